/** How people come in with a browser, by a provider and back, and go out again. */
@NullMarked
package org.cityapi.auth.signin;

import org.jspecify.annotations.NullMarked;
