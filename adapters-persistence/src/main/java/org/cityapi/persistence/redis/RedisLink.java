package org.cityapi.persistence.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to Redis, which may be away at any time: whoever asks waits a moment at the most, and not at all while Redis is
 * doubtful. It is looked at again and again, from the start on; connections that are no good are made anew, which finds
 * another server that has taken over, too.
 */
@Singleton
@Requires(property = RedisLink.PROPERTY)
public final class RedisLink {

    static final String PROPERTY = "city-api.redis";

    /** Milliseconds that a question may wait for its answer. */
    static final String PATIENCE = "city-api.redis-patience";

    private static final String USUAL_PATIENCE = "20";

    /** How many times as long who looks may wait, for nobody waits for him; this node may be busy itself. */
    private static final int LONGER = 5;

    /** Milliseconds that the first question on a new line may wait. */
    private static final int FIRST = 1_000;

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String CHANNEL = "city-api:written";
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

    private final Outage outage;
    private final int patience;
    private final Door door;
    private final String node = UUID.randomUUID().toString();
    private final String probe = "city-api:probe:" + node;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong unanswered = new AtomicLong();
    private final ScheduledFuture<?> looking;
    private volatile @Nullable Line line;

    /** Whether nobody is to wait for it until it was looked at. */
    private volatile boolean doubtful;

    /** After how many looks in a row a question went without an answer. */
    private final AtomicInteger inVain = new AtomicInteger();

    RedisLink(
            @Value("${" + PROPERTY + "}") String address,
            @Value("${" + PATIENCE + ":" + USUAL_PATIENCE + "}") int patience,
            Door door,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.outage = Outage.of(address);
        this.patience = patience;
        this.door = door;
        looking = scheduler.scheduleWithFixedDelay(Duration.ZERO, LOOK, this::look);
    }

    /** What Redis answers; empty while it does not, or says no. */
    <T> Optional<T> ask(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> question) {
        Line now = line;
        if (now != null && !doubtful) {
            try {
                T answer = question.apply(now.commands()).get(patience, TimeUnit.MILLISECONDS);
                inVain.set(0);
                outage.ends();
                return Optional.of(answer);
            } catch (TimeoutException | ExecutionException | RedisException e) {
                LOG.debug("No answer", e);
                doubtful |= !isOfOneKey(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        unanswered.incrementAndGet();
        return Optional.empty();
    }

    /** Whether only the value of that key is to blame, which is somebody else's. */
    private static boolean isOfOneKey(Exception refusal) {
        return refusal.getCause() instanceof RedisCommandExecutionException no
                && String.valueOf(no.getMessage()).contains("WRONGTYPE");
    }

    /** Tells the other nodes that this one has written, if Redis is there; waits for nothing. */
    public void tellOthers() {
        Line now = line;
        if (now != null && !doubtful) {
            try {
                var unused = now.commands().publish(CHANNEL, node);
            } catch (RedisException e) {
                LOG.debug("Not told", e);
            }
        }
    }

    /** @param listener runs when another node has written, or may have; it must not wait */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Whether Redis answered when it was asked last. */
    public boolean isThere() {
        return line != null && !doubtful && inVain.get() < 2;
    }

    /** How many questions Redis did not answer, since the start. */
    public long unanswered() {
        return unanswered.get();
    }

    private void look() {
        Line now = line;
        if (doubtful) {
            inVain.incrementAndGet();
        }
        try {
            boolean lost = now == null || !now.isOpen() || !now.takesWrites(probe, LONGER * patience);
            // Who answers who looks, but not who asks, is too slow, or the wrong one.
            if (lost || inVain.get() > 1) {
                line = null;
                if (now != null) {
                    now.close();
                }
                line = open();
                if (lost) {
                    inVain.set(0);
                }
                // Whatever was told meanwhile was not heard.
                listeners.forEach(Runnable::run);
            }
            doubtful = false;
            if (inVain.get() < 2) {
                outage.ends();
            } else {
                outage.begins("It answers late, or not all questions");
            }
        } catch (RuntimeException e) {
            outage.begins(e);
        }
    }

    private Line open() {
        Line opened = door.open();
        try {
            // What is done for the first time is slow on this side.
            if (!opened.takesWrites(probe, FIRST) || !opened.takesWrites(probe, patience)) {
                throw new RedisException("It does not answer in time, or takes no writes");
            }
            opened.hear(
                    CHANNEL,
                    sender -> {
                        if (!sender.equals(node)) {
                            listeners.forEach(Runnable::run);
                        }
                    },
                    no -> LOG.warn("Redis at {} does not let this node hear of others: {}", outage.address(), no));
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The connections end with their client. */
    @PreDestroy
    void close() {
        looking.cancel(true);
    }
}
