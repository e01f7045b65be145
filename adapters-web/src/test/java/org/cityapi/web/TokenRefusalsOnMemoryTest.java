package org.cityapi.web;

class TokenRefusalsOnMemoryTest extends TokenRefusalsContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
