/** The change log: every write of every city, in the order of their commits. */
@NullMarked
package org.cityapi.domain.change;

import org.jspecify.annotations.NullMarked;
