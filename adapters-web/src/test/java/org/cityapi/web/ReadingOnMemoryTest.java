package org.cityapi.web;

class ReadingOnMemoryTest extends ReadingContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
