package org.cityapi.application;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;

/** Tells within this process that something was written, so that whoever waits for changes need not ask all the time. */
public final class ChangeNews {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> messengers = new CopyOnWriteArrayList<>();

    /** @param listener runs on the thread of the writer, and does not make it wait */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** @param messenger tells other processes what was written in this one; as {@link #listen} */
    public void passOn(Runnable messenger) {
        messengers.add(messenger);
    }

    /** Tells what another process has written. */
    public void othersWrote() {
        listeners.forEach(Runnable::run);
    }

    /** The same unit of work, whose writes are told after their commit. */
    public UnitOfWork announcing(UnitOfWork work) {
        return new UnitOfWork() {
            @Override
            public <T> T write(Supplier<T> writing) {
                T result = work.write(writing);
                listeners.forEach(Runnable::run);
                messengers.forEach(Runnable::run);
                return result;
            }

            @Override
            public <T> T read(Supplier<T> reading) {
                return work.read(reading);
            }
        };
    }
}
