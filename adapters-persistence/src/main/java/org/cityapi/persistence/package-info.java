/** Keeps the register in a relational database. */
@NullMarked
package org.cityapi.persistence;

import org.jspecify.annotations.NullMarked;
