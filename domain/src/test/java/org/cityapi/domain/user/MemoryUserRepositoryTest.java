package org.cityapi.domain.user;

import org.cityapi.domain.memory.Ports;

class MemoryUserRepositoryTest extends UserRepositoryContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
