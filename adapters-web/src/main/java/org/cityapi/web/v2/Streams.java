package org.cityapi.web.v2;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.UserId;
import reactor.core.scheduler.Schedulers;

/** Counts the streams that are open, so that nobody opens too many. */
@Singleton
final class Streams {

    /** Seconds in which an answer that is to be streamed must have begun, or its place is free again. */
    private static final int BEGINNING = 10;

    private final int perUser;
    private final int inAll;
    private final ConcurrentMap<UserId, Integer> open = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();

    Streams(@Value("${city-api.streams.per-user}") int perUser, @Value("${city-api.streams.in-all}") int inAll) {
        this.perUser = perUser;
        this.inAll = inAll;
    }

    /** A place for one stream. */
    final class Place {

        private final UserId user;

        /** Whether its stream has begun, or came too late for that. */
        private final AtomicBoolean settled = new AtomicBoolean();

        private final AtomicBoolean free = new AtomicBoolean();

        private Place(UserId user) {
            this.user = user;
        }

        /** Whether the place is still the stream's, for good until it is given back. */
        boolean begin() {
            return settled.compareAndSet(false, true);
        }

        void giveBack() {
            if (free.compareAndSet(false, true)) {
                total.decrementAndGet();
                open.computeIfPresent(user, (same, count) -> count == 1 ? null : count - 1);
            }
        }

        private void giveBackUnlessBegun() {
            if (settled.compareAndSet(false, true)) {
                giveBack();
            }
        }
    }

    /**
     * Takes a place for a stream of this user.
     *
     * @throws Rejection.TooManyStreams when he has as many as one may have
     * @throws Rejection.Crowded when all together have
     */
    Place take(UserId user) {
        if (open.merge(user, 1, Integer::sum) > perUser) {
            open.computeIfPresent(user, (same, count) -> count - 1);
            throw new Rejection.TooManyStreams(perUser);
        }
        Place place = new Place(user);
        if (total.incrementAndGet() > inAll) {
            place.giveBack();
            throw new Rejection.Crowded();
        }
        Schedulers.parallel().schedule(place::giveBackUnlessBegun, BEGINNING, TimeUnit.SECONDS);
        return place;
    }
}
