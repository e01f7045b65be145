package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NodesTest {

    @Test
    void ofAThousandCallsWhileOneIsUnderWayOneWaits() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger tasks = new AtomicInteger();
        ExecutorService threads = Executors.newCachedThreadPool();
        Runnable heed = Nodes.oneByOne(
                task -> {
                    tasks.incrementAndGet();
                    threads.execute(task);
                },
                () -> {
                    begun.countDown();
                    runs.incrementAndGet();
                    await(over);
                });
        heed.run();
        await(begun);
        for (int i = 0; i < 1_000; i++) {
            heed.run();
        }
        assertThat(tasks).hasValue(2);
        over.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(runs).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
