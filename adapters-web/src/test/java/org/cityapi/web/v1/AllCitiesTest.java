package org.cityapi.web.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.Test;

class AllCitiesTest {

    private static final int MILLISECOND = 1_000_000;

    private final Ports ports = Ports.inMemory();
    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Each read takes a while, as of a database. */
    private CityRepository slow() {
        return (CityRepository) Proxy.newProxyInstance(
                CityRepository.class.getClassLoader(),
                new Class<?>[] {CityRepository.class},
                (proxy, method, given) -> {
                    most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(5 * MILLISECOND);
                    try {
                        return method.invoke(ports.cities(), given);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    } finally {
                        reading.decrementAndGet();
                    }
                });
    }

    @Test
    void manyWhoWantTheWholeListLeaveConnectionsToOthers() throws Exception {
        ports.work().write(() -> {
            for (int i = 0; i < 1_200; i++) {
                ports.cities().add(CitySamples.city("City " + i, "FR", i), null, Instant.EPOCH);
            }
            return true;
        });
        AllCities all =
                new AllCities(new FindCities(slow(), ports.search(), ports.changes()), JsonMapper.createDefault());
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> lengths = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                lengths.add(clients.submit(() -> {
                    Object body = all.answer(HttpRequest.GET("/api/v1/cities")).body();
                    try (InputStream list = (InputStream) body) {
                        return list.readAllBytes().length;
                    }
                }));
            }
            for (Future<Integer> length : lengths) {
                assertThat(length.get())
                        .isGreaterThan(1_200 * 20)
                        .isEqualTo(lengths.get(0).get());
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(most.get()).isBetween(1, 2);
    }
}
