package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityIT {

    private static final int WRITERS = 8;
    private static final int ACKNOWLEDGED = 150;
    private static final String JSON = "Content-Type: application/json";

    @TempDir
    Path folder;

    private RunningJar start() {
        return CityApiJar.in(folder).with("CITY_SEED", "none").start().awaitReady();
    }

    /** Writes until the register is killed; what it acknowledged is kept by location. */
    private static Thread writer(RunningJar register, String bearer, AtomicInteger names, Map<String, String> kept) {
        Thread writer = new Thread(() -> {
            try {
                while (true) {
                    String name = "Ville " + names.incrementAndGet();
                    HttpResponse<String> added = register.send(
                            "POST",
                            "/api/v2/cities",
                            "{\"name\":\"" + name + "\",\"countryCode\":\"FR\",\"population\":1}",
                            bearer,
                            JSON);
                    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
                    kept.put(added.headers().firstValue("Location").orElseThrow(), name);
                }
            } catch (UncheckedIOException killed) {
                // as it should
            }
        });
        writer.start();
        return writer;
    }

    @Test
    void noAcknowledgedWriteIsLostWhenTheProgramIsKilled() throws Exception {
        Map<String, String> kept = new ConcurrentHashMap<>();
        AtomicInteger names = new AtomicInteger();
        for (int round = 1; round <= 3; round++) {
            RunningJar register = start();
            String bearer = register.bearer("local-editor");
            Thread[] writers = new Thread[WRITERS];
            for (int i = 0; i < WRITERS; i++) {
                writers[i] = writer(register, bearer, names, kept);
            }
            while (kept.size() < round * ACKNOWLEDGED) {
                assertThat(register.handle().isAlive()).isTrue();
                Thread.sleep(1);
            }
            register.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        try (RunningJar register = start()) {
            assertThat(kept).hasSizeGreaterThanOrEqualTo(3 * ACKNOWLEDGED);
            kept.forEach((location, name) ->
                    assertThat(register.get(location).body()).contains("\"name\":\"" + name + "\"", "\"version\":1"));
        }
    }

    @Test
    void aStopAnswersTheRequestsThatAreUnderWay() throws Exception {
        Map<String, String> kept = new ConcurrentHashMap<>();
        RunningJar register = start();
        Thread writer = writer(register, register.bearer("local-editor"), new AtomicInteger(), kept);
        while (kept.size() < 20) {
            Thread.sleep(1);
        }
        register.close();
        writer.join();
        try (RunningJar again = start()) {
            kept.forEach((location, name) ->
                    assertThat(again.get(location).statusCode()).as(location).isEqualTo(200));
        }
    }
}
