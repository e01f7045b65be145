package org.cityapi.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That no more is read for 304 than the row's version, where the city is not at hand. */
class OneCityTest {

    private static final Instant AT = Instant.parse("2026-11-24T09:00:00Z");

    private final Ports ports = Ports.inMemory();
    private final List<String> asked = new ArrayList<>();
    private final ExecutorService blocking = Executors.newSingleThreadExecutor();
    private final OneCity one =
            new OneCity(new FindCities(watched(ports.cities()), ports.search(), ports.changes()), blocking);

    @BeforeEach
    void addACity() {
        ports.work().write(() -> ports.cities().add(CitySamples.named("Paris"), null, AT));
    }

    @AfterEach
    void stop() {
        blocking.shutdownNow();
    }

    private CityRepository watched(CityRepository cities) {
        return (CityRepository) Proxy.newProxyInstance(
                CityRepository.class.getClassLoader(),
                new Class<?>[] {CityRepository.class},
                (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    try {
                        return method.invoke(cities, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private HttpResponse<?> read(MutableHttpRequest<?> request) {
        return one.answer(request, "1", "en", City::details)
                .toCompletableFuture()
                .join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1.1.en\"", "W/\"1.1.en\"", "\"x\", \"1.1.en\"", "*"})
    void ofAKnownCityTheVersionAloneIsRead(String known) {
        HttpResponse<?> answer = read(HttpRequest.GET("/").header("If-None-Match", known));
        assertThat(answer.code()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo("\"1.1.en\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(asked).containsExactly("atHand", "version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1.2.en\"", "\"1.1.fr\""})
    void ofACityThatIsNotKnownAllIsRead(String known) {
        HttpResponse<?> answer = read(HttpRequest.GET("/").header("If-None-Match", known));
        assertThat(answer.code()).isEqualTo(200);
        assertThat(asked).containsExactly("atHand", "version", "find");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2.1.en\"", "\"x\"", "1.1.en"})
    void tagsThatNameNoVersionOfTheCityCostNothing(String known) {
        HttpResponse<?> answer = read(HttpRequest.GET("/").header("If-None-Match", known));
        assertThat(answer.code()).isEqualTo(200);
        assertThat(asked).containsExactly("atHand", "find");
    }

    @Test
    void whereTheVersionIsAConditionTheCityIsReadForTheRefusal() {
        HttpResponse<?> answer =
                read(HttpRequest.GET("/").header("If-None-Match", "*").header("If-Match", "\"1.1.fr\""));
        assertThat(answer.code()).isEqualTo(304);
        assertThat(asked).containsExactly("atHand", "find");
    }
}
