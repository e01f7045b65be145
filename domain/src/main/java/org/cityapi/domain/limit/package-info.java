/** How often a client may do what it does. */
@NullMarked
package org.cityapi.domain.limit;

import org.jspecify.annotations.NullMarked;
