/** Browsers in which somebody is signed in, or about to. */
@NullMarked
package org.cityapi.domain.session;

import org.jspecify.annotations.NullMarked;
