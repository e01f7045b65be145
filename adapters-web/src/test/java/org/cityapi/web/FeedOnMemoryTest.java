package org.cityapi.web;

class FeedOnMemoryTest extends FeedContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
