package org.cityapi.web;

class WritingOnMemoryTest extends WritingContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
