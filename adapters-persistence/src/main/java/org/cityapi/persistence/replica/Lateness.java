package org.cityapi.persistence.replica;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How late changes come to a replica. */
final class Lateness {

    /** So long it may take until what was written has come there; what is older is no moment old. */
    private static final Duration MOST = Duration.ofSeconds(5);

    private final long began = System.nanoTime();

    /** What was written at the last looks and has not come there yet, oldest first. */
    private final Queue<Mark> missing = new ArrayDeque<>();

    private final AtomicLong behind = new AtomicLong();

    /** The last change that is known to be written; until one is, nothing counts as come. */
    private long written = Long.MAX_VALUE;

    /** It has all that was written then. */
    private long asOf = began - MOST.toNanos() - 1;

    /**
     * What was written at a time.
     *
     * @param last the last change
     */
    private record Mark(long nanoTime, long last) {}

    /**
     * Takes note of the last change that is written now.
     *
     * @param last null while that cannot be read, and nothing be written
     */
    void note(@Nullable Long last) {
        if (last != null) {
            written = last;
        }
        missing.removeIf(mark -> !isRecent(mark.nanoTime()));
        missing.add(new Mark(System.nanoTime(), written));
    }

    /** Compares with the last change that has come there. */
    void compare(long here) {
        behind.set(Math.max(0, written - here));
        while (!missing.isEmpty() && missing.element().last() <= here) {
            asOf = missing.remove().nanoTime();
        }
    }

    /** Whether it lacks something that was written longer ago than a moment. */
    boolean isTooLarge() {
        return !isRecent(asOf);
    }

    /** Whether too few looks were made to tell: at the first one, what is written meanwhile is always missing. */
    boolean isUncertain() {
        return isRecent(began);
    }

    private static boolean isRecent(long nanoTime) {
        return System.nanoTime() - nanoTime <= MOST.toNanos();
    }

    /** How many changes were missing. */
    long behind() {
        return behind.get();
    }
}
