package org.cityapi.web;

class PathTricksOnMemoryTest extends PathTricksContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
