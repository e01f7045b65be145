package org.cityapi.domain.change;

import org.cityapi.domain.memory.Ports;

class MemoryChangeReadingTest extends ChangeReadingContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
