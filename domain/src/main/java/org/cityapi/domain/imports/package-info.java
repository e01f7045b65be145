/** Files of cities that are taken in: what is asked for, what is read, what came of it. */
@NullMarked
package org.cityapi.domain.imports;

import org.jspecify.annotations.NullMarked;
