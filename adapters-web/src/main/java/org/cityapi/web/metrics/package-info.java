/** What operators learn of the register while it runs. */
@NullMarked
package org.cityapi.web.metrics;

import org.jspecify.annotations.NullMarked;
