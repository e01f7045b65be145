package org.cityapi.web;

class BadInputOnMemoryTest extends BadInputContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
