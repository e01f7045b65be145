package org.cityapi.web;

class CountriesOnMemoryTest extends CountriesContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
