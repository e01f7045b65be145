package org.cityapi.domain.search;

import org.cityapi.domain.memory.Ports;

class MemoryLongNamesTest extends LongNamesContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
