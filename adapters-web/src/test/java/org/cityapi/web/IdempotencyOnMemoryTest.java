package org.cityapi.web;

class IdempotencyOnMemoryTest extends IdempotencyContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }
}
