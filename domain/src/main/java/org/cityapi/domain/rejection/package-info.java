/** Why a request is refused: one sealed family, and the faults of a request's values. */
@NullMarked
package org.cityapi.domain.rejection;

import org.jspecify.annotations.NullMarked;
