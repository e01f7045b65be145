/** The counts of what clients do, in the memory of this process. */
@NullMarked
package org.cityapi.persistence.limit;

import org.jspecify.annotations.NullMarked;
