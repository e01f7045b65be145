package org.cityapi.web;

class SearchOnMemoryTest extends SearchContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
