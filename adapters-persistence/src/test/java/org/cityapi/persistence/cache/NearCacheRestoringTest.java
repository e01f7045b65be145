package org.cityapi.persistence.cache;

import org.cityapi.domain.city.CityRestoringContract;
import org.cityapi.domain.memory.Ports;

class NearCacheRestoringTest extends CityRestoringContract {

    @Override
    protected Ports emptyStore() {
        return NearCacheTest.cached(Ports.inMemory());
    }
}
