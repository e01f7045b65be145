package org.cityapi.web;

class UsersOnMemoryTest extends UsersContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
