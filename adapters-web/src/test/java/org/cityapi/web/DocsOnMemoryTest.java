package org.cityapi.web;

class DocsOnMemoryTest extends DocsContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
