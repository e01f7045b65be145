package org.cityapi.web;

class RestoreOnMemoryTest extends RestoreContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
