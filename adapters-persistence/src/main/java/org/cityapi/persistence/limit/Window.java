package org.cityapi.persistence.limit;

import java.util.concurrent.atomic.AtomicInteger;

/** The uses of one key until the window ends. */
final class Window {

    private final long end;
    private final AtomicInteger used = new AtomicInteger();

    /** @param end in nanoseconds of the ticker */
    Window(long end) {
        this.end = end;
    }

    long end() {
        return end;
    }

    int used() {
        return used.get();
    }

    /** Counts one use, if there are fewer than that. */
    boolean take(int max) {
        int before = used.get();
        while (before < max) {
            if (used.compareAndSet(before, before + 1)) {
                return true;
            }
            before = used.get();
        }
        return false;
    }
}
