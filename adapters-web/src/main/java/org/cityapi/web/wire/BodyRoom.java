package org.cityapi.web.wire;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.cityapi.web.ServerSettings;

/** Counts the bytes that bodies of all connections together hold in memory, tells them to operators, and bounds them. */
@Singleton
@Requires(property = ServerSettings.MOST_HELD) // where there is no server, meters have nothing to ask it
final class BodyRoom implements MeterBinder {

    /** What is left for small bodies alone: whoever sends large ones keeps nobody from what people do. */
    private static final int PART_FOR_SMALL = 4;

    private final long most;
    private final AtomicLong held = new AtomicLong();

    /** @param most bytes */
    BodyRoom(@Value("${" + ServerSettings.MOST_HELD + "}") long most) {
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

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("cityapi.bodies.held", held, AtomicLong::get)
                .description("What bodies of requests hold in memory.")
                .baseUnit("bytes")
                .register(registry);
    }
}
