package org.cityapi.web;

class UserRefusalsOnMemoryTest extends UserRefusalsContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
