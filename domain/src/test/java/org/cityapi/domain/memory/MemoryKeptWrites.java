package org.cityapi.domain.memory;

import java.time.Instant;
import java.util.Optional;
import org.cityapi.domain.idempotency.IdempotencyKey;
import org.cityapi.domain.idempotency.KeptWrite;
import org.cityapi.domain.idempotency.KeptWrites;
import org.cityapi.domain.rejection.Rejection;

/** Writes that were done under a key, in memory. */
public final class MemoryKeptWrites implements KeptWrites {

    private final MemoryStore store;

    MemoryKeptWrites(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<KeptWrite> find(IdempotencyKey key) {
        return Optional.ofNullable(store.seen().keptWrites.get(key));
    }

    @Override
    public void add(KeptWrite write) {
        store.change(state -> {
            if (state.keptWrites.containsKey(write.key())) {
                throw new Rejection.StillRunning();
            }
            return state.keptWrites.put(write.key(), write);
        });
    }

    @Override
    public void forget(Instant before) {
        store.change(
                state -> state.keptWrites.values().removeIf(write -> write.at().isBefore(before)));
    }
}
