package org.cityapi.web;

class ChangingListOnMemoryTest extends ChangingListContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
