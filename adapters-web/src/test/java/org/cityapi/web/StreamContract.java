package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.cityapi.web.Client.ADMIN;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.MERGE_PATCH;
import static org.cityapi.web.Client.VIEWER;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /api/v2/changes/stream} does what the contract says (section 5). */
@Timeout(60)
public abstract class StreamContract extends HttpContract {

    private static final String PATH = "/api/v2/changes/stream";
    private static final int PER_USER = 10;

    private EventReader open(String path, String... headers) throws IOException {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Authorization: " + app.proof("editor");
        return new EventReader(app.port(), path, all);
    }

    /** Writes the first change once more at the end of the log, as another process would: the register hears nothing. */
    protected abstract void writeBeside() throws Exception;

    @Test
    void whatAnotherProcessWroteReachesAnOpenStream() throws Exception {
        app.addParis();
        try (EventReader events = open(PATH)) {
            assertThat(events.nextId()).isEqualTo(1);
            writeBeside();
            assertThat(events.nextId()).isEqualTo(2);
            writeBeside();
            assertThat(events.nextId()).isEqualTo(3);
        }
    }

    @Test
    void changesAreToldAsTheyAreMade() throws IOException {
        app.addParis();
        try (EventReader events = open(PATH, "Accept-Encoding: gzip")) {
            assertThat(events.head().get(0)).startsWith("HTTP/1.1 200");
            assertThat(events.head().stream().map(line -> line.toLowerCase(java.util.Locale.ROOT)))
                    .anyMatch(line -> line.startsWith("content-type: text/event-stream"))
                    .contains("cache-control: no-store", "x-accel-buffering: no")
                    .noneMatch(line -> line.startsWith("content-encoding"));
            assertThat(events.next("id:")).isEqualTo("id: 1");
            assertThat(events.line()).isEqualTo("event: change");
            String feed = app.get("/api/v2/changes", EDITOR).body();
            String item = feed.substring(feed.indexOf('[') + 1, feed.lastIndexOf(']'));
            assertThat(events.line()).isEqualTo("data: " + item);
            assertThat(events.line()).isEmpty();
            app.send("PATCH", "/api/v2/cities/1", "{\"population\":5}", EDITOR, MERGE_PATCH, "If-Match: *");
            assertThat(events.next("id:")).isEqualTo("id: 2");
            app.send("DELETE", "/api/v2/cities/1", null, EDITOR, "If-Match: *");
            assertThat(events.next("id:")).isEqualTo("id: 3");
            assertThat(events.next("data:")).contains("\"action\":\"delete\"").endsWith("\"city\":null}");
        }
    }

    @Test
    void writersAndClientsThatComeAndGoSeeEachChangeOnceAndInOrder() throws Exception {
        int writers = 3;
        int each = 12;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Thread writer = new Thread(() -> {
                for (int j = 0; j < each; j++) {
                    app.addParis();
                }
            });
            writer.start();
            threads.add(writer);
        }
        Random random = new Random(4);
        List<Long> seen = new ArrayList<>();
        while (seen.size() < writers * each) {
            String[] headers =
                    seen.isEmpty() ? new String[0] : new String[] {"Last-Event-ID: " + seen.get(seen.size() - 1)};
            try (EventReader events = open(PATH, headers)) {
                for (int i = random.nextInt(6); i >= 0 && seen.size() < writers * each; i--) {
                    seen.add(events.nextId());
                }
            }
        }
        assertThat(seen)
                .isEqualTo(LongStream.rangeClosed(1, writers * each).boxed().toList());
        for (Thread writer : threads) {
            writer.join();
        }
    }

    @ParameterizedTest
    @CsvSource({"since=1, , 2", "since=2, , 3", "since=0, 1, 2", "since=1, 0, 1", "since=2, 000000000000000001, 2"})
    void aStreamGoesOnBehindWhatWasSeen(String query, String seen, long first) throws IOException {
        for (int i = 0; i < 3; i++) {
            app.addParis();
        }
        String[] headers = seen == null ? new String[0] : new String[] {"Last-Event-ID: " + seen};
        try (EventReader events = open(PATH + "?" + query, headers)) {
            assertThat(events.nextId()).isEqualTo(first);
        }
    }

    @Test
    void theLargestNumberThatSinceMayHaveMayHaveBeenSeen() throws IOException {
        try (EventReader events = open(PATH, "Last-Event-ID: " + Long.MAX_VALUE)) {
            assertThat(events.head().get(0)).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, Last-Event-ID, Last-Event-ID: x, ''",
        "400, Last-Event-ID, Last-Event-ID: -1, ''",
        "400, Last-Event-ID, Last-Event-ID: 9999999999999999999, ''",
        "400, Last-Event-ID, Last-Event-ID: 9223372036854775808, ''",
        "400, since, X: 1, since=-1",
        "400, limit, X: 1, limit=1",
    })
    void whatIsWrongIsNamed(int status, String named, String header, String query) {
        HttpResponse<String> refused = app.get(PATH + "?" + query, EDITOR, header);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).contains(named);
        assertThat(app.get(PATH + "?" + query, header).statusCode()).isEqualTo(401);
        assertThat(app.get(PATH + "?" + query, header, VIEWER).statusCode()).isEqualTo(403);
    }

    @Test
    void aRevokedTokenEndsItsStreamsWithinFiveSeconds() throws IOException {
        HttpResponse<String> made = Callers.makeToken(app, ADMIN, "read:history");
        app.addParis();
        try (EventReader events = new EventReader(app.port(), PATH, Callers.bearer(made))) {
            assertThat(events.nextId()).isEqualTo(1);
            long start = System.nanoTime();
            assertThat(app.send("DELETE", "/api/v2/tokens/" + Callers.id(made), null, ADMIN)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(events.next("id:")).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(app.get(PATH, Callers.bearer(made)).statusCode()).isEqualTo(401);
    }

    @Test
    void aDisabledUserIsToldNothingMoreWithinFiveSeconds() throws IOException {
        String editor = Callers.userId(app, EDITOR);
        app.addParis();
        try (EventReader events = open(PATH)) {
            assertThat(events.nextId()).isEqualTo(1);
            long start = System.nanoTime();
            HttpResponse<String> disabled = app.send(
                    "PATCH", "/api/v2/users/" + editor, "{\"disabled\":true}", ADMIN, MERGE_PATCH, "If-Match: *");
            assertThat(disabled.statusCode()).as(disabled.body()).isEqualTo(200);
            assertThat(events.next("id:")).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void whoHasAsManyStreamsAsOneMayHaveGetsNoOtherUntilHeClosesOne() throws Exception {
        List<EventReader> open = new ArrayList<>();
        for (int i = 0; i < PER_USER; i++) {
            open.add(open(PATH));
            assertThat(open.get(i).head().get(0)).contains(" 200 ");
        }
        HttpResponse<String> refused = app.get(PATH, EDITOR);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("You have 10 streams of changes open");
        assertThat(Client.header(refused, "Retry-After")).isEqualTo("30");
        assertThat(app.get("/api/v2/changes", EDITOR).statusCode()).isEqualTo(200);
        open.remove(0).close();
        assertThatCode(this::openWhenThereIsRoom).doesNotThrowAnyException();
        for (EventReader events : open) {
            events.close();
        }
    }

    private void openWhenThereIsRoom() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (EventReader events = open(PATH)) {
                if (events.head().get(0).contains(" 200 ")) {
                    return;
                }
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The place of a client that went is not free again");
    }

    @Test
    void aStreamTellsItsLanguage() {
        HttpResponse<String> head = app.send("HEAD", PATH, null, EDITOR, "Accept-Language: fr");
        assertThat(Client.header(head, "Content-Language")).isEqualTo("fr");
        assertThat(Client.header(head, "Vary")).contains("Accept-Language");
    }

    @Test
    void headHasNoBodyAndEndsTheConnection() throws IOException {
        for (int i = 0; i <= PER_USER; i++) {
            HttpResponse<String> head = app.send("HEAD", PATH, null, EDITOR);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(app.get("/api/v2/changes", EDITOR).statusCode()).isEqualTo(200);
        }
    }
}
