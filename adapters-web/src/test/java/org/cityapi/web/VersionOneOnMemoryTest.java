package org.cityapi.web;

class VersionOneOnMemoryTest extends VersionOneContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
