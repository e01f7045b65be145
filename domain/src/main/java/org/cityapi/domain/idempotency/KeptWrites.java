package org.cityapi.domain.idempotency;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps writes that were done under a key.
 *
 * <p>What changes something needs a {@link org.cityapi.domain.UnitOfWork} that writes, that of the write itself, else it
 * throws an {@link IllegalStateException}; all methods throw {@link org.cityapi.domain.rejection.Rejection.Unavailable}
 * when the store cannot be reached.
 */
public interface KeptWrites {

    /** The write that was done under this key; empty when none was, or it was forgotten. */
    Optional<KeptWrite> find(IdempotencyKey key);

    /**
     * Keeps a write.
     *
     * @throws org.cityapi.domain.rejection.Rejection.StillRunning when another one has taken the key meanwhile
     */
    void add(KeptWrite write);

    /** Forgets writes that were done before this time. */
    void forget(Instant before);
}
