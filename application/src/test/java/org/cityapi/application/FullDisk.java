package org.cityapi.application;

import java.io.IOException;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;

/** Work that takes no writes while the disk is full. */
final class FullDisk implements UnitOfWork {

    private final UnitOfWork work;
    private boolean full;
    private int refused;

    FullDisk(UnitOfWork work) {
        this.work = work;
    }

    void fill() {
        full = true;
    }

    void free() {
        full = false;
    }

    /** How many writes were refused. */
    int refused() {
        return refused;
    }

    @Override
    public <T> T write(Supplier<T> writes) {
        if (full) {
            refused++;
            throw new Rejection.Unavailable(new IOException("The disk is full"));
        }
        return work.write(writes);
    }

    @Override
    public <T> T read(Supplier<T> reads) {
        return work.read(reads);
    }
}
