/** How many requests a client may send. */
@NullMarked
package org.cityapi.web.limit;

import org.jspecify.annotations.NullMarked;
