package org.cityapi.web;

class ListingOnMemoryTest extends ListingContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
