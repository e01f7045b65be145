package org.cityapi.web;

class MeOnMemoryTest extends MeContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
