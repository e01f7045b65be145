/** Who acts: users, their roles, and the permissions that a request carries. */
@NullMarked
package org.cityapi.domain.user;

import org.jspecify.annotations.NullMarked;
