/** The identity provider inside the process, for a register that has no other. */
@NullMarked
package org.cityapi.auth.local;

import org.jspecify.annotations.NullMarked;
