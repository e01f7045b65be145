package org.cityapi.domain.session;

import org.cityapi.domain.memory.Ports;

class MemorySignInAttemptsTest extends SignInAttemptsContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }
}
