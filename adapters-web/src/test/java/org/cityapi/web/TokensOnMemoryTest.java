package org.cityapi.web;

class TokensOnMemoryTest extends TokensContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
