/** Names as tokens: which there are, which a search means, and which differ from those by a typing error. */
@NullMarked
package org.cityapi.persistence.names;

import org.jspecify.annotations.NullMarked;
