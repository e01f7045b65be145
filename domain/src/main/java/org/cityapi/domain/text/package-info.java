/** Keys by which names are searched and sorted, and texts told apart, the same on every database. */
@NullMarked
package org.cityapi.domain.text;

import org.jspecify.annotations.NullMarked;
