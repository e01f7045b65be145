package org.cityapi.web;

class HistoryOnMemoryTest extends HistoryContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
