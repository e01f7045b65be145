package org.cityapi.domain;

import org.cityapi.domain.memory.Ports;

class MemoryUnitOfWorkTest extends UnitOfWorkContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
