package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    /** Writes until the register is gone; what it acknowledged is kept by location. */
    private static CompletableFuture<Void> writer(
            RunningJar register, String bearer, AtomicInteger names, Map<String, String> kept) {
        return CompletableFuture.runAsync(
                () -> {
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
                    } catch (UncheckedIOException gone) {
                        // as it should
                    }
                },
                task -> new Thread(task).start());
    }

    private static void awaitWrites(int count, Map<String, String> kept, List<CompletableFuture<Void>> writers)
            throws InterruptedException {
        while (kept.size() < count) {
            writers.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
            Thread.sleep(1);
        }
    }

    @Test
    @Timeout(300)
    void noAcknowledgedWriteIsLostWhenTheProgramIsKilled() throws Exception {
        Map<String, String> kept = new ConcurrentHashMap<>();
        AtomicInteger names = new AtomicInteger();
        for (int round = 1; round <= 3; round++) {
            RunningJar register = start();
            String bearer = register.bearer("local-editor");
            List<CompletableFuture<Void>> writers = Stream.generate(() -> writer(register, bearer, names, kept))
                    .limit(WRITERS)
                    .toList();
            awaitWrites(round * ACKNOWLEDGED, kept, writers);
            register.kill();
            writers.forEach(CompletableFuture::join);
        }
        try (RunningJar register = start()) {
            assertThat(kept).hasSizeGreaterThanOrEqualTo(3 * ACKNOWLEDGED);
            kept.forEach((location, name) ->
                    assertThat(register.get(location).body()).contains("\"name\":\"" + name + "\"", "\"version\":1"));
        }
    }

    @Test
    @Timeout(180)
    void aStopLosesNoAcknowledgedWriteEither() throws Exception {
        Map<String, String> kept = new ConcurrentHashMap<>();
        RunningJar register = start();
        var writer = writer(register, register.bearer("local-editor"), new AtomicInteger(), kept);
        awaitWrites(20, kept, List.of(writer));
        register.close();
        writer.join();
        try (RunningJar again = start()) {
            kept.forEach((location, name) ->
                    assertThat(again.get(location).statusCode()).as(location).isEqualTo(200));
        }
    }
}
