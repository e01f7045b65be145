/** Writes that may be sent twice and are done once (draft-ietf-httpapi-idempotency-key-header-07). */
@NullMarked
package org.cityapi.domain.idempotency;

import org.jspecify.annotations.NullMarked;
