package org.cityapi.bootstrap;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.cityapi.application.ChangeNews;
import org.cityapi.application.imports.ImportWorker;
import org.cityapi.application.imports.LostImports;
import org.cityapi.application.imports.PrepareImports;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.ChangedCities;
import org.cityapi.persistence.cache.NearCache;
import org.cityapi.persistence.cache.OtherNodes;
import org.cityapi.persistence.redis.RedisLink;
import org.cityapi.persistence.replica.Replica;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node tells the others and hears of them.
 *
 * @param areSeveral whether others may write to the same store
 */
record Nodes(boolean areSeveral) {

    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

    /** So late the writes of others are seen without Redis; with it, so late at the most. */
    private static final Duration HEED_OTHERS = Duration.ofMillis(300);

    /** When others could not be heard so long, nothing is kept of what was near. */
    private static final Duration DROP_AFTER = Duration.ofSeconds(5);

    /** How often a node tells of its imports, and looks after those of others. */
    static final Duration BEAT = Duration.ofSeconds(1);

    /** When nothing is heard of an import so long, its node has ended. */
    private static final Duration SILENT = Duration.ofSeconds(10);

    /** Begins to listen, and to tell. */
    void begin(ApplicationContext context) {
        Optional<RedisLink> shared = context.findBean(RedisLink.class);
        shared.ifPresent(redis -> measure(redis, context.getBean(MeterRegistry.class)));
        ImportWorker imports = context.getBean(ImportWorker.class);
        LostImports lost = new LostImports(context.getBean(ImportJobs.class), imports, SILENT);
        ExecutorService blocking = context.getBean(ExecutorService.class, Qualifiers.byName(TaskExecutors.BLOCKING));
        TaskScheduler scheduler = context.getBean(TaskScheduler.class, Qualifiers.byName(TaskExecutors.SCHEDULED));
        PrepareImports drafts = context.getBean(PrepareImports.class);
        Runnable tend = oneByOne(blocking, () -> tend(imports, drafts, lost, areSeveral));
        var unusedImports = scheduler.scheduleWithFixedDelay(BEAT, BEAT, tend);
        if (!areSeveral) {
            imports.abandonAll();
            return;
        }
        ChangeNews news = context.getBean(ChangeNews.class);
        NearCache near = context.getBean(NearCache.class);
        OtherNodes others = new OtherNodes(near, context.getBean(ChangedCities.class), DROP_AFTER);
        Optional<Replica> replica = context.findBean(Replica.class);
        Runnable heed = oneByOne(blocking, () -> {
            if (others.heed()) {
                news.othersWrote();
            }
        });
        var unused = scheduler.scheduleWithFixedDelay(HEED_OTHERS, HEED_OTHERS, heed);
        replica.ifPresent(other -> {
            measure(other, context.getBean(MeterRegistry.class));
            // By itself: one that does not answer keeps nobody waiting.
            var unusedToo = scheduler.scheduleWithFixedDelay(
                    Duration.ZERO, HEED_OTHERS, oneByOne(blocking, follow(other, near)));
        });
        shared.ifPresent(redis -> {
            redis.listen(heed);
            news.passOn(redis::tellOthers);
        });
    }

    /** Where nobody else has the store, an open import that is not at work here is nobody's. */
    private static void tend(ImportWorker imports, PrepareImports drafts, LostImports lost, boolean tellsOthers) {
        try {
            if (tellsOthers) {
                imports.beat();
            }
            drafts.tend();
            lost.look();
        } catch (Rejection.Unavailable away) {
            LOG.debug("Imports cannot be tended at the moment", away);
        }
    }

    /**
     * What was read from the replica is dropped when the change has come there, too: until then it may have been read
     * once more as it was.
     */
    private static Runnable follow(Replica replica, NearCache near) {
        OtherNodes arrived = new OtherNodes(near, replica.arrived(), DROP_AFTER);
        return () -> {
            arrived.heed();
            replica.look();
        };
    }

    /** Waits for nothing: at most one is under way and one waits for it, however often they are asked for. */
    static Runnable oneByOne(Executor executor, Runnable work) {
        AtomicBoolean waits = new AtomicBoolean();
        // No monitor: it would hold the carrier of a virtual thread.
        ReentrantLock turn = new ReentrantLock();
        return () -> {
            if (waits.compareAndSet(false, true)) {
                executor.execute(() -> {
                    turn.lock();
                    try {
                        waits.set(false);
                        work.run();
                    } finally {
                        turn.unlock();
                    }
                });
            }
        };
    }

    private static void measure(Replica replica, MeterRegistry meters) {
        Gauge.builder("cityapi.replica.up", replica, other -> other.isTrusted() ? 1 : 0)
                .description("Whether the replica is read from")
                .register(meters);
        Gauge.builder("cityapi.replica.behind", replica, Replica::behind)
                .description("Changes that had not come to the replica when it was looked at last")
                .register(meters);
    }

    private static void measure(RedisLink redis, MeterRegistry meters) {
        Gauge.builder("cityapi.redis.up", redis, link -> link.isThere() ? 1 : 0)
                .description("Whether Redis answers")
                .register(meters);
        FunctionCounter.builder("cityapi.redis.unanswered", redis, RedisLink::unanswered)
                .description("Questions that Redis did not answer, so that this node answered by itself")
                .register(meters);
    }
}
