package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as it is shipped takes tens of thousands of odd requests, and is as healthy afterwards as it was before.
 * {@code -Dfuzz.seed} and {@code -Dfuzz.requests} make it other ones, or more.
 */
class FuzzIT {

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_124);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 30_000);
    private static final int CONNECTIONS = 6;
    private static final int CITIES = 300;
    private static final int TOLD = 20;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Semaphore turn = new Semaphore(1);
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    private RunningJar register;
    private String admin;

    @BeforeEach
    void start() {
        register = CityApiJar.in(folder)
                .with("CITY_SEED", "none")
                .with("RATE_LIMIT", "off")
                .option("-Xmx256m")
                .start()
                .awaitReady();
        admin = register.bearer("local-admin");
        for (int i = 0; i < CITIES; i++) {
            String city =
                    "{\"name\":\"Paris %d\",\"countryCode\":\"FR\",\"population\":%d,\"latitude\":%d,\"longitude\":%d}";
            assertThat(write("/api/v2/cities", city.formatted(i, i * 1000, i % 180 - 90, i - 150)))
                    .isEqualTo(201);
        }
    }

    @AfterEach
    void stop() {
        register.close();
    }

    private int write(String path, String body) {
        return register.send("POST", path, body, admin, "Content-Type: application/json")
                .statusCode();
    }

    @Test
    void noRequestIsTooOdd() throws Exception {
        OddWorld world = world();
        ask(world, SEED + 1_000_000, REQUESTS / 10);
        ProcessHealth before = ProcessHealth.of(register.handle());
        long seen = lastChange();
        Map<Long, JsonNode> expected = cities();
        long began = System.nanoTime();
        ask(world, SEED, REQUESTS);
        System.out.printf(
                "Fuzz: seed %d, %d requests in %d s; statuses %s%n",
                SEED, REQUESTS, (System.nanoTime() - began) / 1_000_000_000, new TreeMap<>(statuses));
        assertThat(faults.stream().limit(TOLD))
                .as("%d faults, seed %d", faults.size(), SEED)
                .isEmpty();
        assertThat(statuses.keySet())
                .contains(200, 201, 204, 304, 400, 401, 403, 404, 405, 406, 410, 412, 413, 414, 415, 428);
        replay(seen, expected);
        assertThat(cities()).isEqualTo(expected);
        assertThat(register.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertHealth(before);
        assertThat(register.output().lines().filter(line -> !line.startsWith("{")))
                .noneMatch(line -> line.contains(" ERROR ") || line.contains(" WARN ") || line.contains("Exception"));
    }

    private OddWorld world() throws IOException {
        List<String> proofs = new ArrayList<>();
        for (String person : List.of("viewer", "editor", "editor", "admin", "admin")) {
            proofs.add(register.bearer("local-" + person));
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String made = register.send(
                            "POST",
                            "/api/v2/tokens",
                            "{\"name\":\"t\",\"scopes\":[]}",
                            admin,
                            "Content-Type: application/json")
                    .body();
            JsonNode token = JSON.readTree(made);
            ids.add(token.get("id").asText());
            proofs.add("Authorization: Bearer "
                    + (i < 3
                            ? token.get("token").asText() + (i == 2 ? "x" : "")
                            : proofs.get(1).substring(22)));
        }
        proofs.add("Authorization: Basic YTpi");
        String viewer = JSON.readTree(register.get("/api/v2/me", proofs.get(0)).body())
                .get("id")
                .asText();
        List<String> cursors = List.of(
                cursor("/api/v2/cities?limit=5"),
                cursor("/api/v2/cities?limit=5&sort=name"),
                cursor("/api/v2/cities?limit=5&q=par"),
                "AAAA");
        return new OddWorld(proofs, CITIES + 50, viewer, ids.subList(1, 5), cursors);
    }

    private String cursor(String listing) throws IOException {
        return json(listing).get("nextCursor").asText();
    }

    private JsonNode json(String path) throws IOException {
        return JSON.readTree(register.get(path, admin).body());
    }

    private void ask(OddWorld world, long seed, int requests) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            OddRequests odd = new OddRequests(seed + i, world);
            Thread thread = new Thread(() -> ask(odd, requests / CONNECTIONS));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void ask(OddRequests odd, int requests) {
        try (OddConnection connection = new OddConnection(register.port())) {
            OddRequest previous = null;
            for (int i = 0; i < requests; i++) {
                OddRequest request = null;
                try {
                    request = odd.next();
                    for (OddAnswer answer : answers(connection, request)) {
                        judge(request, answer);
                    }
                } catch (IOException | RuntimeException e) {
                    connection.close();
                    faults.add(e + "\n" + request + "\nafter\n" + previous);
                }
                previous = request;
            }
        } catch (IOException e) {
            faults.add(e.toString());
        }
    }

    /** A node takes two exports at a time, and two files to prepare; the third is told to come back, which no fault is. */
    private List<OddAnswer> answers(OddConnection connection, OddRequest request) throws IOException {
        boolean bounded =
                request.target().contains("/export") || request.target().contains("/imports/new");
        if (bounded) {
            turn.acquireUninterruptibly();
        }
        try {
            return request.wire() == OddRequest.Wire.BROKEN
                    ? OddConnection.askBlindly(register.port(), request)
                    : List.of(connection.ask(request));
        } finally {
            if (bounded) {
                turn.release();
            }
        }
    }

    private void judge(OddRequest request, OddAnswer answer) {
        statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
        String fault = OddAnswerRules.faultOf(request, answer);
        if (fault != null) {
            faults.add(fault + "\n" + request + "\n--> " + answer);
        }
    }

    private Map<Long, JsonNode> cities() throws IOException {
        Map<Long, JsonNode> cities = new TreeMap<>();
        for (JsonNode next = JSON.getNodeFactory().textNode(""); !next.isNull(); ) {
            JsonNode page = json(
                    "/api/v2/cities?sort=id&limit=200" + (next.asText().isEmpty() ? "" : "&cursor=" + next.asText()));
            page.get("items").forEach(city -> cities.put(city.get("id").asLong(), city));
            next = page.get("nextCursor");
        }
        return cities;
    }

    private long lastChange() throws IOException {
        long last = 0;
        for (long next = -1; next != last; ) {
            last = Math.max(0, next);
            next = json("/api/v2/changes?limit=200&since=" + last)
                    .get("nextSince")
                    .asLong();
        }
        return last;
    }

    /** What the log tells of writes is all that has happened to the cities. */
    private void replay(long since, Map<Long, JsonNode> cities) throws IOException {
        JsonNode page = json("/api/v2/changes?limit=200&since=" + since);
        while (!page.get("items").isEmpty()) {
            for (JsonNode change : page.get("items")) {
                long id = change.get("cityId").asLong();
                cities.remove(id);
                if (!change.get("city").isNull()) {
                    JsonNode city = change.get("city");
                    ((com.fasterxml.jackson.databind.node.ObjectNode) city).remove("otherNames");
                    cities.put(id, city);
                }
            }
            page = json(
                    "/api/v2/changes?limit=200&since=" + page.get("nextSince").asLong());
        }
    }

    /** Connections that ended take a moment to be cleared away. */
    private void assertHealth(ProcessHealth before) throws InterruptedException {
        ProcessHealth after = ProcessHealth.of(register.handle());
        for (int i = 0; i < 100 && after.files() > before.files() + 10; i++) {
            Thread.sleep(200);
            after = ProcessHealth.of(register.handle());
        }
        assertThat(after.files()).as("open files").isLessThanOrEqualTo(before.files() + 10);
        assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads() + 20);
    }
}
