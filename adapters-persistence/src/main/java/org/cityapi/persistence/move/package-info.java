/** Moves a whole register from one database to another. */
@NullMarked
package org.cityapi.persistence.move;

import org.jspecify.annotations.NullMarked;
