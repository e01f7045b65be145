package org.cityapi.web;

import java.net.ConnectException;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;

/** Refuses to write as long as it is told that others do. */
final class BusyWork implements UnitOfWork {

    private final UnitOfWork work;
    private volatile boolean isBusy;
    private volatile boolean isBroken;

    BusyWork(UnitOfWork work) {
        this.work = work;
    }

    void busy(boolean now) {
        isBusy = now;
    }

    /** Whether nobody hears what becomes of a write. */
    void broken(boolean now) {
        isBroken = now;
    }

    @Override
    public <T> T write(Supplier<T> written) {
        if (isBusy) {
            throw new Rejection.Unavailable(Dependency.WRITER, new ConnectException("others write"));
        }
        T done = work.write(written);
        if (isBroken) {
            throw new Rejection.Unavailable(Dependency.OUTCOME, new ConnectException("cut off"));
        }
        return done;
    }

    @Override
    public <T> T read(Supplier<T> read) {
        return work.read(read);
    }
}
