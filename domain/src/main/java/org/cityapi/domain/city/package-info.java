/** The city, the values it is made of, and the ports that keep and list cities. */
@NullMarked
package org.cityapi.domain.city;

import org.jspecify.annotations.NullMarked;
