package org.cityapi.domain.memory;

import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;

/** Transactions in memory. */
public final class MemoryUnitOfWork implements UnitOfWork {

    private final MemoryStore store;

    MemoryUnitOfWork(MemoryStore store) {
        this.store = store;
    }

    @Override
    public <T> T write(Supplier<T> work) {
        return store.write(work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return store.read(work);
    }
}
