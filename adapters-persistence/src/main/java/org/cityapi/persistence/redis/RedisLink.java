package org.cityapi.persistence.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to Redis, which may be away at any time: whoever asks waits a moment at the most, and not at all while Redis is
 * known not to answer. It is looked for again and again, from the start on.
 */
@Singleton
@Requires(property = RedisLink.PROPERTY)
public final class RedisLink {

    static final String PROPERTY = "city-api.redis";

    /** Milliseconds that an answer may take. */
    private static final int PATIENCE = 20;

    /** Milliseconds that it may take while nobody waits but who looks; this node may be busy itself. */
    private static final int PATIENCE_OF_LOOK = 100;

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String CHANNEL = "city-api:written";
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

    private final String address;
    private final Door door;
    private final String node = UUID.randomUUID().toString();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicLong unanswered = new AtomicLong();
    private final ScheduledFuture<?> looking;
    private volatile @Nullable Line line;

    /** Whether nobody is to wait for it until it was looked at. */
    private volatile boolean doubtful;

    RedisLink(
            @Value("${" + PROPERTY + "}") String address,
            Door door,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.address = address;
        this.door = door;
        looking = scheduler.scheduleWithFixedDelay(Duration.ZERO, LOOK, this::look);
    }

    /** What Redis answers; empty while it does not, or says no. */
    <T> Optional<T> ask(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> question) {
        Line now = line;
        if (now != null && !doubtful) {
            try {
                T answer = question.apply(now.commands()).get(PATIENCE, TimeUnit.MILLISECONDS);
                answers();
                return Optional.of(answer);
            } catch (TimeoutException e) {
                // It may be this node that was busy: looking shows it.
                doubtful = true;
            } catch (ExecutionException | RedisException e) {
                doubtful = true;
                fails(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        unanswered.incrementAndGet();
        return Optional.empty();
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
        return line != null && !doubtful && !away.get();
    }

    /** How many questions Redis did not answer, since the start. */
    public long unanswered() {
        return unanswered.get();
    }

    private void look() {
        Line now = line;
        try {
            if (now == null || !now.isOpen() || !answers(now)) {
                line = null;
                if (now != null) {
                    now.close();
                }
                line = open();
                // Whatever was told meanwhile was not heard.
                listeners.forEach(Runnable::run);
            }
            doubtful = false;
        } catch (RuntimeException e) {
            fails(e);
        }
    }

    private Line open() {
        Line opened = door.open();
        if (!answers(opened)) {
            opened.close();
            throw new RedisException("It does not answer in time");
        }
        opened.hearing().addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String sender) {
                if (!sender.equals(node)) {
                    listeners.forEach(Runnable::run);
                }
            }
        });
        var unused = opened.hearing().async().subscribe(CHANNEL);
        answers();
        return opened;
    }

    private static boolean answers(Line line) {
        try {
            return line.commands().ping().get(PATIENCE_OF_LOOK, TimeUnit.MILLISECONDS) != null;
        } catch (TimeoutException | ExecutionException | RedisException e) {
            LOG.debug("No answer", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void answers() {
        if (away.get() && away.compareAndSet(true, false)) {
            LOG.info("Redis at {} works again", address);
        }
    }

    /** Told once, until it answers again. */
    private void fails(Exception reason) {
        if (away.compareAndSet(false, true)) {
            LOG.warn("Redis at {} fails; until it works again, this node counts by itself: {}", address, text(reason));
        }
    }

    private static String text(Exception reason) {
        Throwable cause =
                reason instanceof ExecutionException && reason.getCause() != null ? reason.getCause() : reason;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** The connections end with their client. */
    @PreDestroy
    void close() {
        looking.cancel(true);
    }
}
