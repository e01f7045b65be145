/** The countries of ISO 3166-1 and Kosovo, with their English and French names. */
@NullMarked
package org.cityapi.domain.country;

import org.jspecify.annotations.NullMarked;
