/** The cities that come with the program, from GeoNames (CC BY 4.0, see NOTICE.txt). */
@NullMarked
package org.cityapi.persistence.bundled;

import org.jspecify.annotations.NullMarked;
