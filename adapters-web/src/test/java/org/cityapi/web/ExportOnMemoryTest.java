package org.cityapi.web;

class ExportOnMemoryTest extends ExportContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
