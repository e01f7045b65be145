/** Keeps what is read often near at hand, in front of the ports that know it. */
@NullMarked
package org.cityapi.persistence.cache;

import org.jspecify.annotations.NullMarked;
