package org.cityapi.domain.search;

import org.cityapi.domain.memory.Ports;

class MemoryCitySearchTest extends CitySearchContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
