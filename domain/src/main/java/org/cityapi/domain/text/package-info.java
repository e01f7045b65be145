/** Keys by which names are searched and sorted, the same on every database. */
@NullMarked
package org.cityapi.domain.text;

import org.jspecify.annotations.NullMarked;
