package org.cityapi.persistence.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWorkContract;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CityRepositoryContract;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.city.ManyCitiesContract;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NearCacheTest {

    private static final long ROOM = 1 << 20;
    private static final Instant LATER = Instant.parse("2026-11-24T09:00:00Z");

    static Ports cached(Ports store) {
        NearCache near = new NearCache(store.work(), store.cities(), ROOM, null);
        return new Ports(
                near.work(),
                near.cities(),
                near.many(store.many()),
                near.search(store.search()),
                store.changes(),
                store.users(),
                store.sessions(),
                store.attempts(),
                store.tokens(),
                store.keptWrites(),
                store.imports(),
                store.drafts());
    }

    @Nested
    class Many extends ManyCitiesContract {
        @Override
        protected Ports emptyStore() {
            return cached(Ports.inMemory());
        }
    }

    @Nested
    class Cities extends CityRepositoryContract {
        @Override
        protected Ports emptyStore() {
            return cached(Ports.inMemory());
        }
    }

    @Nested
    class Work extends UnitOfWorkContract {
        @Override
        protected Ports emptyStore() {
            return cached(Ports.inMemory());
        }
    }

    @Nested
    class Keeping {

        private final Ports store = Ports.inMemory();
        private final AtomicInteger asked = new AtomicInteger();
        private Runnable afterReading = () -> {};
        private NearCache near;
        private City city;

        @BeforeEach
        void addACity() {
            near = new NearCache(store.work(), watched(), ROOM, null);
            city = near.work().write(() -> near.cities().add(CitySamples.city("Paris", "FR", 2_000_000), null, LATER));
        }

        private CityRepository watched() {
            return (CityRepository) Proxy.newProxyInstance(
                    CityRepository.class.getClassLoader(),
                    new Class<?>[] {CityRepository.class},
                    (proxy, method, arguments) -> {
                        try {
                            Object answer = method.invoke(store.cities(), arguments);
                            if (method.getName().equals("find")) {
                                asked.incrementAndGet();
                                afterReading.run();
                            }
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private City grow(long population) {
            return near.work().write(() -> {
                City present = near.cities().find(city.id()).orElseThrow();
                City next = present.with(CitySamples.city("Paris", "FR", population), LATER);
                near.cities().replace(next);
                return next;
            });
        }

        @Test
        void theStoreIsAskedOnce() {
            near.cities().find(city.id());
            near.cities().find(city.id());
            assertThat(asked).hasValue(1);
        }

        @Test
        void onlyWhatWasReadIsAtHand() {
            assertThat(near.cities().atHand(city.id())).isEmpty();
            near.cities().find(city.id());
            assertThat(near.cities().atHand(city.id())).contains(city);
            near.work().read(() -> {
                assertThat(near.cities().atHand(city.id()))
                        .as("within a unit of work")
                        .isEmpty();
                return city;
            });
        }

        @Test
        void aWriterSeesWhatHeWrote() {
            near.cities().find(city.id());
            City next = grow(2_100_000);
            assertThat(near.cities().atHand(city.id())).isEmpty();
            assertThat(near.cities().find(city.id())).contains(next);
        }

        @Test
        void workThatFailsLeavesTheOldStateInSight() {
            assertThatThrownBy(() -> near.work().write(() -> {
                        grow(1);
                        throw new IllegalArgumentException("on purpose");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(near.cities().find(city.id())).contains(city);
        }

        @Test
        void workInProgressIsSeenByNobodyElse() {
            near.work().write(() -> {
                City next = city.with(CitySamples.city("Paris", "FR", 1), LATER);
                near.cities().replace(next);
                assertThat(near.cities().find(city.id())).contains(next);
                var elsewhere = elsewhere(() -> near.cities().find(city.id()));
                assertThat(elsewhere.join()).contains(city);
                return next;
            });
            assertThat(near.cities().find(city.id()).orElseThrow().version()).isEqualTo(2);
        }

        @Test
        @Timeout(30)
        void aReaderWhoFetchedTheOldStateDoesNotPutItBack() throws Exception {
            CountDownLatch hasRead = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            afterReading = () -> {
                if (hasRead.getCount() > 0) {
                    hasRead.countDown();
                    awaitQuietly(goOn);
                }
            };
            var reader = elsewhere(() -> near.cities().find(city.id()));
            hasRead.await();
            var writer = elsewhere(() -> grow(2_200_000));
            while (store.cities().find(city.id()).orElseThrow().version() == 1) {
                Thread.sleep(1);
            }
            assertThatThrownBy(() -> writer.get(200, TimeUnit.MILLISECONDS))
                    .as("the writer waits until the reader has put away what he fetched")
                    .isInstanceOf(TimeoutException.class);
            goOn.countDown();
            assertThat(reader.join()).contains(city);
            City next = writer.join();
            assertThat(near.cities().find(city.id())).contains(next);
        }

        @Test
        void aDeletedCityIsGoneAtOnce() {
            near.cities().find(city.id());
            near.work().write(() -> {
                near.cities().delete(city);
                return city;
            });
            assertThat(near.cities().find(city.id())).isEmpty();
        }

        /** On a thread of its own: the common pool may have one for all, where these wait for each other. */
        private static <T> CompletableFuture<T> elsewhere(Supplier<T> work) {
            return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
        }

        private static void awaitQuietly(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
