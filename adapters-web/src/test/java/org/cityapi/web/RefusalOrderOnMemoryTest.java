package org.cityapi.web;

class RefusalOrderOnMemoryTest extends RefusalOrderContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
