package org.cityapi.domain.session;

import org.cityapi.domain.memory.Ports;

class MemorySessionsTest extends SessionsContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
