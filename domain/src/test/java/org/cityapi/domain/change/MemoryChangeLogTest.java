package org.cityapi.domain.change;

import org.cityapi.domain.memory.Ports;

class MemoryChangeLogTest extends ChangeLogContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
