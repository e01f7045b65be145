package org.cityapi.domain.idempotency;

import org.cityapi.domain.memory.Ports;

class MemoryKeptWritesTest extends KeptWritesContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
