package org.cityapi.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.MERGE_PATCH;
import static org.cityapi.web.Client.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of more than the connection holds, of a register that was filled at its start with 10,000 cities or more. */
@Timeout(120)
public abstract class LargeExportContract extends SharedHttpContract {

    private static final String PATH = "/api/v2/cities/export";

    /** The largest of all. */
    private static final String LARGE = PATH + "?format=geojson";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SOON = 10_000;

    private long last;

    @BeforeEach
    void findLast() throws IOException {
        last = JSON.readTree(app.get("/api/v2/cities?sort=-id&limit=1").body())
                .at("/items/0/id")
                .longValue();
    }

    @Test
    void eachCityIsInTheFileOnceByItsId() throws IOException {
        HttpResponse<String> file = app.get(PATH);
        List<Long> ids = file.body()
                .lines()
                .skip(1)
                .map(line -> Long.valueOf(line.substring(0, line.indexOf(','))))
                .toList();

        assertThat(ids).hasSizeGreaterThan(10_000).isSorted().doesNotHaveDuplicates();
        assertThat((long) ids.size()).isEqualTo(total(""));
        assertThat(file.body().lines().skip(1)).allMatch(line -> line.matches("[0-9]+,.*,[0-9]+"));
    }

    private long total(String query) throws IOException {
        return JSON.readTree(
                        app.get("/api/v2/cities?limit=1&count=exact" + query).body())
                .path("total")
                .longValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sort=-name", "q=sa", "near=48,2", "bbox=-60,-60,60,60", "q=a&near=48,2", "minPopulation=20000"})
    void aLongFileHasWhatIsCounted(String query) throws IOException {
        String file = app.get(PATH + "?format=ndjson&" + query).body();
        List<Long> ids = file.lines().map(LargeExportContract::id).toList();

        assertThat(ids).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
        assertThat((long) ids.size()).isEqualTo(total("&" + query));
        List<Long> first = StreamSupport.stream(
                        JSON.readTree(app.get("/api/v2/cities?limit=200&" + query
                                                + (query.startsWith("b") || query.startsWith("m") ? "&sort=id" : ""))
                                        .body())
                                .path("items")
                                .spliterator(),
                        false)
                .map(city -> city.path("id").longValue())
                .toList();
        assertThat(ids).startsWith(first.toArray(Long[]::new));
    }

    private static long id(String line) {
        return Long.parseLong(line.substring("{\"id\":".length(), line.indexOf(',')));
    }

    @Test
    void theBundledCitiesAreTheWorkOfOthers() throws IOException {
        HttpResponse<String> file = app.get(LARGE + "&maxPopulation=15100");

        assertThat(header(file, "Link"))
                .isEqualTo("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\","
                        + " <https://www.geonames.org/>; rel=\"author\"");
        assertThat(file.body())
                .startsWith(
                        "{\"type\":\"FeatureCollection\",\"attribution\":\"GeoNames (https://www.geonames.org/), CC BY 4.0\",\"features\":[");
        assertThat(header(app.get(PATH + "?country=MC"), "Link")).contains("license");
        assertThat(app.get(PATH + "?country=MC").body()).doesNotContain("GeoNames");
    }

    @Test
    void whatIsWrittenMeanwhileIsNotInTheFileAndFollowsInTheLog() throws IOException {
        Map<Long, JsonNode> before = features(app.get(LARGE).body());
        try (SlowReader slow = new SlowReader(app, LARGE)) {
            String sequence = slow.header("Change-Sequence");
            String changed = "/api/v2/cities/" + last;
            assertThat(app.send("PATCH", changed, "{\"population\":77}", EDITOR, MERGE_PATCH, "If-Match: *")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(app.send("DELETE", "/api/v2/cities/" + (last - 1), null, EDITOR, "If-Match: *")
                            .statusCode())
                    .isEqualTo(204);
            String added = header(app.add(Client.PARIS), "Location");

            Map<Long, JsonNode> file = features(new String(slow.rest(), UTF_8));

            assertThat(file).isEqualTo(before);
            List<String> rest = new ArrayList<>();
            for (JsonNode change : JSON.readTree(
                            app.get("/api/v2/changes?since=" + sequence, EDITOR).body())
                    .path("items")) {
                rest.add(change.path("action").textValue() + " "
                        + change.path("cityId").longValue());
            }
            assertThat(rest)
                    .containsExactly(
                            "update " + last,
                            "delete " + (last - 1),
                            "create " + added.substring(added.lastIndexOf('/') + 1));
            assertThat(header(app.get(PATH + "?country=MC"), "Change-Sequence"))
                    .isEqualTo(Long.toString(Long.parseLong(sequence) + 3));
        }
    }

    private static Map<Long, JsonNode> features(String file) throws IOException {
        return StreamSupport.stream(JSON.readTree(file).path("features").spliterator(), false)
                .collect(Collectors.toMap(feature -> feature.path("id").longValue(), Function.identity()));
    }

    @Test
    void twoAtATimeAreServedAndWhoeverGoesMakesRoom() throws Exception {
        try (SlowReader first = new SlowReader(app, LARGE);
                SlowReader second = SlowReader.ofChunks(app, LARGE)) {
            assertThat(List.of(first.status(), second.status())).containsOnly(200);
            for (String language : List.of("en", "fr")) {
                HttpResponse<String> refused =
                        app.get(PATH, "Accept: text/csv, application/problem+json", "Accept-Language: " + language);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(header(refused, "Retry-After")).isNotEmpty();
                assertThat(refused.body())
                        .contains(
                                language.equals("en")
                                        ? "Too many exports are under way"
                                        : "Trop d’exports sont en cours");
            }
            for (int i = 0; i < 30; i++) {
                assertThat(app.get("/api/v2/cities?limit=1&minPopulation=" + i).statusCode())
                        .isEqualTo(200);
            }
        }
        assertRoomForTwo();
    }

    @Test
    void whoeverLeavesAtAnyTimeLeavesNothingBehind() throws Exception {
        for (int i = 0; i < 40; i++) {
            try (SlowReader leaving = new SlowReader(app, i % 2 == 0 ? LARGE : PATH)) {
                assertThat(leaving.status()).isIn(200, 503);
                Thread.sleep(5L * (i % 5));
            }
        }
        assertRoomForTwo();
    }

    /** The next request on a connection must not read with what the export has read with. */
    @Test
    void whoAskedForTheHeadOfAnExportIsAnsweredWhatHeAsksForNext() {
        for (int i = 0; i < 5; i++) {
            try (RawConnection connection = new RawConnection(app)) {
                connection
                        .send("HEAD " + PATH + "?minPopulation=15000 HTTP/1.1|Host: localhost||")
                        .readUpTo("\r\n\r\n");
                String head = connection
                        .send("GET /api/v2/changes/stream HTTP/1.1|Host: localhost|Authorization: " + app.proof("admin")
                                + "||")
                        .readUpTo("\r\n\r\n");
                assertThat(head).startsWith("HTTP/1.1 200 ");
                assertThat(connection.staysOpen(100)).as("round %d", i).isTrue();
            }
        }
        assertThat(app.get("/api/v2/cities?limit=1").statusCode()).isEqualTo(200);
    }

    private void assertRoomForTwo() throws Exception {
        long end = System.nanoTime() + SOON * 1_000_000L;
        List<Integer> statuses = List.of();
        while (!statuses.equals(List.of(200, 200)) && System.nanoTime() < end) {
            try (SlowReader first = new SlowReader(app, LARGE);
                    SlowReader second = new SlowReader(app, LARGE)) {
                statuses = List.of(first.status(), second.status());
            }
            Thread.sleep(50);
        }
        assertThat(statuses).containsExactly(200, 200);
    }
}
