package org.cityapi.domain.idempotency;

import java.time.Instant;
import org.cityapi.domain.city.CityId;

/**
 * A write that was done under a key.
 *
 * @param digest of all that the request said: another one says something else
 * @param city that was added; the change log tells how it was
 * @param at when, to the millisecond
 */
public record KeptWrite(IdempotencyKey key, String digest, CityId city, Instant at) {}
