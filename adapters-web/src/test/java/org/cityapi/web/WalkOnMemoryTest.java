package org.cityapi.web;

class WalkOnMemoryTest extends WalkContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
