package org.cityapi.web;

class ProblemsOnMemoryTest extends ProblemsContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
