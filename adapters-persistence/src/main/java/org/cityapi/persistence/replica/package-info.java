/** Reads that may be a moment old, from a server that follows the one that is written to. */
@NullMarked
package org.cityapi.persistence.replica;

import org.jspecify.annotations.NullMarked;
