package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that wait to be read take the memory of all; here 80,000 bytes. In the requests a bar ends a line. */
class FullHouseTest {

    private static final String SMALL = "x".repeat(15_000);
    private static final String LARGE = "x".repeat(20_000);

    private static Client small;

    @BeforeAll
    static void start() {
        small = Client.onMemory(ServerSettings.MOST_HELD, "80000");
    }

    @AfterAll
    static void stop() {
        small.close();
    }

    private static String post(String path, String type, int length) {
        return "POST " + path + " HTTP/1.1|Host: localhost|Authorization: Bearer editor|Content-Type: " + type
                + "|Content-Length: " + length + "||";
    }

    private static String form(int length) {
        return post("/cities/check", "application/x-www-form-urlencoded", length);
    }

    /** Hold more than half of what there is; small ones have more room than the large one that tells when they are there. */
    private static List<RawConnection> unfinished() throws InterruptedException {
        List<RawConnection> holders = Stream.generate(
                        () -> new RawConnection(small).send(form(SMALL.length() + 1) + SMALL))
                .limit(3)
                .toList();
        waitUntilTaken(LARGE, false);
        return holders;
    }

    private static void waitUntilTaken(String body, boolean taken) throws InterruptedException {
        for (int i = 0; i < 200 && isTaken(body) != taken; i++) {
            Thread.sleep(20);
        }
        assertThat(isTaken(body)).isEqualTo(taken);
    }

    private static void waitUntilHeld(int bytes) throws InterruptedException {
        for (int i = 0; i < 200 && !isHeld(bytes); i++) {
            Thread.sleep(20);
        }
        assertThat(isHeld(bytes)).isTrue();
    }

    /** As operators see it. */
    private static boolean isHeld(int bytes) {
        return small.get("/prometheus", Client.ADMIN)
                .body()
                .lines()
                .filter(line -> line.startsWith("cityapi_bodies_held_bytes "))
                .anyMatch(line -> Double.parseDouble(line.substring(line.indexOf(' '))) == bytes);
    }

    private static boolean isTaken(String body) {
        try (RawConnection next = new RawConnection(small)) {
            return next.send(form(body.length()) + body).readUpTo("\r\n").contains(" 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cities/check", "/api/v2/cities"})
    void aBodyForWhichThereIsNoRoomIsRefusedAtOnce(String path) throws InterruptedException {
        String type = path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
        List<RawConnection> holders = unfinished();
        try (RawConnection next = new RawConnection(small)) {
            next.send(post(path, type, 3 * LARGE.length()) + LARGE);
            assertThat(next.readUpTo("\r\n\r\n"))
                    .startsWith("HTTP/1.1 503 ")
                    .containsIgnoringCase("connection: close")
                    .containsIgnoringCase("retry-after: 2");
            assertThat(next.send(LARGE + LARGE).readToTheEnd()).contains("as many bodies of requests as it can");
            for (RawConnection holder : holders) {
                assertThat(holder.send("y").readUpTo("\r\n")).startsWith("HTTP/1.1 200 ");
            }
        }
        waitUntilTaken(LARGE, true);
        holders.forEach(RawConnection::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/imports/new", "/api/v2/imports"})
    void aFormForWhichThereIsNoRoomIsToldSo(String path) throws InterruptedException {
        List<RawConnection> holders = unfinished();
        String part = "--cut|Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"||".replace("|", "\r\n");
        String head = post(path, "multipart/form-data; boundary=cut", 3 * LARGE.length());
        try (RawConnection next = new RawConnection(small)) {
            next.send(head.replace("|Host:", path.startsWith("/api") ? "|Host:" : "|Accept: text/html|Host:"));
            next.send(part + LARGE);
            assertThat(next.readUpTo("\r\n\r\n"))
                    .startsWith("HTTP/1.1 503 ")
                    .containsIgnoringCase("connection: close")
                    .containsIgnoringCase("retry-after: 2");
            next.send("y".repeat(2 * LARGE.length() - part.length()));
            assertThat(next.readToTheEnd()).contains("The server holds as ");
        }
        holders.forEach(RawConnection::close);
        waitUntilTaken(LARGE, true);
    }

    @Test
    void aSmallOneInChunksThatComesAtOnceIsRefusedToo() throws InterruptedException {
        List<RawConnection> holders = Stream.of(SMALL, SMALL, SMALL, SMALL, SMALL, "x".repeat(4_950))
                .map(body -> new RawConnection(small).send(form(SMALL.length() + 1) + body))
                .toList();
        waitUntilHeld(79_950);
        try (RawConnection next = new RawConnection(small)) {
            String head = post("/cities/check", "application/x-www-form-urlencoded", 0);
            String chunked = head.replace("Content-Length: 0", "Transfer-Encoding: chunked");
            assertThat(next.send(chunked + "64|" + "x".repeat(100) + "|0||").readToTheEnd())
                    .startsWith("HTTP/1.1 503 ")
                    .containsIgnoringCase("retry-after: 2")
                    .contains("as many bodies of requests as it can");
        }
        holders.forEach(RawConnection::close);
        waitUntilTaken(LARGE, true);
    }

    @Test
    void largeOnesLeaveRoomForSmallOnes() throws InterruptedException {
        List<RawConnection> holders = Stream.generate(() -> new RawConnection(small).send(form(LARGE.length()) + SMALL))
                .limit(4)
                .toList();
        waitUntilHeld(4 * SMALL.length());
        try (RawConnection next = new RawConnection(small)) {
            assertThat(next.send(form(LARGE.length()) + SMALL).readUpTo("\r\n")).startsWith("HTTP/1.1 503 ");
        }
        assertThat(isTaken(SMALL)).isTrue();
        holders.forEach(RawConnection::close);
        waitUntilTaken(LARGE, true);
    }

    @Test
    void aStreamHoldsNothingOfTheRequestBeforeIt() throws InterruptedException {
        try (RawConnection connection = new RawConnection(small)) {
            connection.send(form(2 * LARGE.length()) + LARGE + LARGE
                    + "GET /api/v2/changes/stream HTTP/1.1|Host: localhost|" + "Authorization: Bearer editor||");
            connection.readUpTo("HTTP/1.1 200 ");
            connection.readUpTo("text/event-stream");
            waitUntilHeld(0);
        }
    }

    @Test
    void aSmallOneIsTakenBesideOthersUntilTheirConnectionsEnd() throws InterruptedException {
        List<RawConnection> holders = unfinished();
        try (RawConnection next = new RawConnection(small)) {
            String paris = Client.PARIS;
            next.send(post("/api/v2/cities", "application/json", paris.length()) + paris);
            assertThat(next.readUpTo("\r\n")).startsWith("HTTP/1.1 201 ");
        }
        assertThat(isTaken(LARGE)).isFalse();
        holders.forEach(RawConnection::close);
        waitUntilTaken(LARGE, true);
    }

    @Test
    void whatWasAnsweredHoldsNothing() {
        try (RawConnection connection = new RawConnection(small)) {
            for (int i = 0; i < 10; i++) {
                connection.send(form(LARGE.length()) + LARGE);
                assertThat(connection.readUpTo("HTTP/1.1 200 ")).isNotEmpty();
            }
        }
    }
}
