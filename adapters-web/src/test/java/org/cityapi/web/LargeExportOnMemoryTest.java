package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.application.FillEmptyRegister;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.Test;

class LargeExportOnMemoryTest extends LargeExportContract {

    private static final int CITIES = 10_500;
    private static final String LARGE = "/api/v2/cities/export?format=geojson";
    private static final String PATIENCE = "city-api.exports.patience";

    @Override
    protected RunningRegister start() {
        return filled();
    }

    private static OnMemory filled(String... settings) {
        OnMemory register = new OnMemory(settings);
        Ports ports = register.ports();
        new FillEmptyRegister(ports.work(), ports.cities(), ports.many(), ports.changes(), Clock.systemUTC())
                .fill(() -> Stream.concat(
                                Stream.of(city(15_000)),
                                IntStream.range(1, CITIES).mapToObj(i -> city(15_000 + i)))
                        .iterator());
        return register;
    }

    /** A city that takes two kilobytes. */
    private static CityDetails city(int population) {
        List<CityName> names = IntStream.range(0, 10)
                .mapToObj(i -> new CityName("A" + "y".repeat(180) + i))
                .toList();
        return new CityDetails(
                new CityName("Samara " + population),
                new CountryCode(population % 100 == 0 ? "MC" : "RU"),
                new Population(population),
                new Coordinates(population * 1_000, population * 2_000),
                null,
                null,
                null,
                names);
    }

    private static void assertEndsEarly(SlowReader reader) {
        String rest = new String(reader.rest(), StandardCharsets.UTF_8);
        assertThat(rest).isNotEmpty().doesNotEndWith("0\r\n\r\n").doesNotContain("]}\r\n0\r\n");
    }

    @Test
    void whoDoesNotReadIsCutOff() throws Exception {
        try (Client app = new Client(filled(PATIENCE, "400ms"));
                SlowReader stuck = SlowReader.ofChunks(app, LARGE)) {
            Warnings warnings = Warnings.of(() -> {
                Thread.sleep(1_500);
                assertEndsEarly(stuck);
            });
            assertThat(warnings.lines())
                    .singleElement()
                    .asString()
                    .matches("Request [^ ]+: an export ended early: .*The client takes nothing");
        }
    }

    @Test
    void noExportTakesForever() throws Exception {
        try (Client app = new Client(filled("city-api.exports.longest", "700ms"));
                SlowReader slow = SlowReader.ofChunks(app, LARGE)) {
            Warnings warnings = Warnings.of(() -> {
                Thread.sleep(1_500);
                assertEndsEarly(slow);
            });
            assertThat(warnings.lines()).singleElement().asString().endsWith("It has taken too long");
        }
    }

    @Test
    void aServerThatLeavesWaitsForNobodyForLong() throws Exception {
        OnMemory register = filled("city-api.exports.when-leaving", "300ms");
        try (Client app = new Client(register);
                SlowReader slow = SlowReader.ofChunks(app, LARGE)) {
            Warnings warnings = Warnings.of(() -> {
                register.leave();
                Thread.sleep(1_000);
                assertEndsEarly(slow);
            });
            assertThat(warnings.lines()).singleElement().asString().endsWith("The server stops");
        }
    }

    @Test
    void aServerThatLeavesFinishesWhatItHasBegun() throws IOException {
        OnMemory register = filled();
        try (Client app = new Client(register);
                SlowReader slow = SlowReader.ofChunks(app, LARGE)) {
            register.leave();

            assertThat(new String(slow.rest(), StandardCharsets.UTF_8)).endsWith("0\r\n\r\n");
        }
    }

    @Test
    void whoeverLeavesLeavesNoWarningBehind() throws Exception {
        Warnings warnings = Warnings.of(() -> {
            for (int i = 0; i < 60; i++) {
                try (SlowReader leaving = new SlowReader(app, LARGE)) {
                    assertThat(leaving.status()).isIn(200, 503);
                }
            }
            Thread.sleep(500);
        });
        assertThat(warnings.lines()).allMatch(line -> line.contains("Not available: export"));
    }
}
