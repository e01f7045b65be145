package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** People find what they look for in the full register: the list of what that is stands in {@code golden.txt}. */
abstract class GoldenSearch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static RunningJar register;

    /** @param databaseUrl where the register is filled; empty for where it is when nobody says so */
    static void start(Path folder, String databaseUrl) {
        register = CityApiJar.in(folder)
                .with("RATE_LIMIT", "off")
                .with("DATABASE_URL", databaseUrl)
                .start()
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    /**
     * A line of the list.
     *
     * @param name empty when nothing must be found
     * @param first among how many it must be
     * @param within a country's code; empty for everywhere
     */
    private record Golden(String text, String name, String country, int first, String within) {

        static Golden of(String line) {
            String[] parts = (line + "||||").split("\\|", -1);
            return new Golden(
                    parts[0], parts[1], parts[2], parts[3].isEmpty() ? 1 : Integer.parseInt(parts[3]), parts[4]);
        }

        String path() {
            return "/api/v2/cities?limit=10&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                    + (within.isEmpty() ? "" : "&country=" + within);
        }

        boolean isFoundIn(List<String> cities) {
            return name.isEmpty()
                    ? cities.isEmpty()
                    : cities.stream().limit(first).anyMatch((name + ", " + country)::equals);
        }
    }

    private static List<Golden> list() throws IOException {
        try (InputStream in = GoldenSearch.class.getResourceAsStream("/search/golden.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(Golden::of)
                    .toList();
        }
    }

    private static List<String> cities(HttpResponse<String> page) throws IOException {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        List<String> cities = new ArrayList<>();
        for (JsonNode city : JSON.readTree(page.body()).get("items")) {
            cities.add(
                    city.get("name").asText() + ", " + city.get("countryCode").asText());
        }
        return cities;
    }

    @Test
    void whatPeopleLookForIsFound() throws IOException {
        List<String> missed = new ArrayList<>();
        for (Golden golden : list()) {
            List<String> found = cities(register.get(golden.path()));
            if (!golden.isFoundIn(found)) {
                missed.add(golden + " in " + found);
            }
        }
        assertThat(list()).hasSizeGreaterThan(200);
        assertThat(missed).isEmpty();
    }

    /** The heaviest that anybody may ask, as many as readers of the database there are, and more. */
    @Test
    void aPlainPageIsAnsweredBesideHeavySearches() {
        List<CompletableFuture<HttpResponse<String>>> heavy = new ArrayList<>();
        // More than there are connections to read, however many processors there are.
        int pairs = Runtime.getRuntime().availableProcessors() + 1;
        ExecutorService clients = Executors.newFixedThreadPool(2 * pairs);
        try {
            for (int i = 0; i < pairs; i++) {
                for (String query : List.of(
                        "near=0,-" + (100 + i) + "&radiusKm=20038&sort=-name&count=exact",
                        "q=sanx&limit=200&near=1," + i)) {
                    heavy.add(CompletableFuture.supplyAsync(() -> register.get("/api/v2/cities?" + query), clients));
                }
            }
            int beside = 0;
            for (int i = 0; i < 200; i++) {
                HttpResponse<String> page = register.get("/api/v2/cities?minPopulation=" + i);
                assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
                beside += heavy.stream().allMatch(CompletableFuture::isDone) ? 0 : 1;
            }
            assertThat(beside).isPositive();
            for (CompletableFuture<HttpResponse<String>> each : heavy) {
                assertThat(each.join().statusCode()).as(each.join().body()).isIn(200, 503);
            }
        } finally {
            clients.shutdownNow();
        }
    }
}
