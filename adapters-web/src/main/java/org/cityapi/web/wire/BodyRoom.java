package org.cityapi.web.wire;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that bodies of all connections together hold in memory, and bounds them. */
final class BodyRoom {

    /** What is left for small bodies alone: whoever sends large ones keeps nobody from what people do. */
    private static final int PART_FOR_SMALL = 4;

    private final long most;
    private final AtomicLong held = new AtomicLong();

    /** @param most bytes */
    BodyRoom(long most) {
        this.most = most;
    }

    /** Whether there is room for so many bytes more, which are held from now on. */
    boolean take(long bytes, boolean small) {
        long room = small ? most : most - most / PART_FOR_SMALL;
        return held.getAndUpdate(now -> now + bytes <= room ? now + bytes : now) + bytes <= room;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
