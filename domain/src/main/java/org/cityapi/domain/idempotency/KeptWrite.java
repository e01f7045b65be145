package org.cityapi.domain.idempotency;

import java.time.Instant;

/**
 * A write that was done under a key.
 *
 * @param digest of all that the request said: another one says something else
 * @param made the id of what was made, a city or an import; the key names one request, and with it which of them
 * @param at when, to the millisecond
 */
public record KeptWrite(IdempotencyKey key, String digest, long made, Instant at) {}
