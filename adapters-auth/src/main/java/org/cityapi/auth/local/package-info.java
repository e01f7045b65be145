/** The OpenID Connect provider of local mode, for a machine that has no other. */
@NullMarked
package org.cityapi.auth.local;

import org.jspecify.annotations.NullMarked;
