package org.cityapi.web;

class VersionOneRefusalsOnMemoryTest extends VersionOneRefusalsContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
