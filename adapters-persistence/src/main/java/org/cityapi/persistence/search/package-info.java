/** Search by names and places: which statements find what a query asks for, and in its order. */
@NullMarked
package org.cityapi.persistence.search;

import org.jspecify.annotations.NullMarked;
