package org.cityapi.web;

class ImportOnMemoryTest extends ImportContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
