/** Refusals and failures as answers, in the styles of both versions. */
@NullMarked
package org.cityapi.web.problem;

import org.jspecify.annotations.NullMarked;
