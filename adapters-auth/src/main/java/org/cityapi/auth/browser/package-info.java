/** What ties requests of one browser together: cookies, sessions, and the proof that a form is our own. */
@NullMarked
package org.cityapi.auth.browser;

import org.jspecify.annotations.NullMarked;
