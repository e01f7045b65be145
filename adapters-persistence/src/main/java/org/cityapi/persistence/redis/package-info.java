/** What several nodes share in Redis; without it, or while it is away, each does as well as it can alone. */
@NullMarked
package org.cityapi.persistence.redis;

import org.jspecify.annotations.NullMarked;
