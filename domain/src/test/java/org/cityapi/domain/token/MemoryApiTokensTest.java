package org.cityapi.domain.token;

import org.cityapi.domain.memory.Ports;

class MemoryApiTokensTest extends ApiTokensContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
