package org.cityapi.web;

class MetricsOnMemoryTest extends MetricsContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
