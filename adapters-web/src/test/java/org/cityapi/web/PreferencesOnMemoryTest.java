package org.cityapi.web;

class PreferencesOnMemoryTest extends PreferencesContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
