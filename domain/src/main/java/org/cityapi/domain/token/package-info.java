/** Credentials that users make for programs. */
@NullMarked
package org.cityapi.domain.token;

import org.jspecify.annotations.NullMarked;
