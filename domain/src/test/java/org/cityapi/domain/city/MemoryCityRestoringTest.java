package org.cityapi.domain.city;

import org.cityapi.domain.memory.Ports;

class MemoryCityRestoringTest extends CityRestoringContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
