/** Search: which cities a text finds, how well, and how far away they lie. */
@NullMarked
package org.cityapi.domain.search;

import org.jspecify.annotations.NullMarked;
