package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.RawConnection.exchange;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the rules of HTTP itself forbid is refused, and ends the connection; in the requests a bar ends a line. */
class WireTest {

    private static final String HOST = "Host: localhost|";
    private static final String EDITOR = "Authorization: Bearer editor|Content-Type: application/json|";
    private static final String SMUGGLED = "DELETE /api/v2/cities/1 HTTP/1.1|" + HOST + EDITOR + "If-Match: *||";

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private static Client app;

    @BeforeAll
    static void start() {
        app = Client.onMemory();
        app.addParis();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            GET /api/v2/cities/1 HTTP/1.1||;                                        400; one header Host
            GET /api/v2/cities/1 HTTP/1.1|Host: a|Host: a||;                        400; one header Host
            GET /api/v2/cities/1 HTTP/1.0|Host: a|Host: a||;                        400; one header Host
            GET /api/v2/cities/1 HTTP/1.1|Host: a b/c||;                            400; one header Host
            GET /api/v2/cities/1 HTTP/1.1|Host:||;                                  400; one header Host
            GET /api/v2/cities/1 HTTP/1.1|Host: a:x||;                              400; one header Host
            GET /api/v2/cities?limit=%zz HTTP/1.1|Host: a||;                        400; cannot be read
            GET /api/v2/cities?q=<> HTTP/1.1|Host: a||;                             400; cannot be read
            delete /api/v2/cities/1 HTTP/1.1|Host: a||;                             501; no such method
            BREW /api/v2/cities/1 HTTP/1.1|Host: a||;                               501; no such method
            POST /api/v2/cities HTTP/1.1|Host: a|Transfer-Encoding: xchunked||;     501; is chunked
            POST /api/v2/cities HTTP/1.1|Host: a|Transfer-Encoding: gzip, chunked||;501; is chunked
            POST /api/v2/cities HTTP/1.1|Host: a|Transfer-Encoding: chunked|Transfer-Encoding: identity||;501; is chunked
            POST /api/v2/cities HTTP/1.1|Host: a|Transfer-Encoding: chunked|Content-Length: 3||;400; cannot be understood
            POST /api/v2/cities HTTP/1.1|Host: a|Content-Length: -3||;              400; cannot be understood
            POST /api/v2/cities HTTP/1.1|Host: a|Content-Length: 1|Content-Length: 2||;400; cannot be understood
            POST /api/v2/cities HTTP/1.1|Host: a|Content-Type: text/csv|Content-Type: application/json||;400; more than once
            GET /api/v2/cities/1 HTTP/2.0|Host: a||;                                505; is spoken here
            GET /api/v2/cities/1 HTTP/0.9|Host: a||;                                505; is spoken here
            """)
    void aRequestAgainstTheRulesIsRefusedAndNothingAfterItIsHeard(String request, int status, String text) {
        String answer = exchange(app, request + "0||" + SMUGGLED);
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("connection: close")
                .contains("application/problem+json", text, "\"instance\":\"/api/v2/cities")
                .doesNotContainPattern("(?s)HTTP/1.1 [0-9].*HTTP/1.1 [0-9]");
        assertThat(app.get("/api/v2/cities/1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "http://", "http:", "//?q=1", "<", "http://a//[", "http://a:http://[::1]/x"})
    void aTargetThatDoesNotEvenBeginAsAnAddressIsRefusedToo(String target) {
        assertThat(exchange(app, "GET " + target + " HTTP/1.1|" + HOST + "|" + SMUGGLED))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("connection: close")
                .contains("The address in the first line", "\"instance\":\"/\"")
                .containsOnlyOnce("HTTP/1.1 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 2000, 8000})
    void aHostLongerThanAnyNameIsRefused(int length) {
        for (String letter : new String[] {"a", "%41"}) {
            String host = letter.repeat(length / letter.length());
            assertThat(exchange(app, "GET /health HTTP/1.1|Host: " + host + "b||"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("one header Host");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:80", "127.0.0.1:9300", "[::1]:9300", "a_b.example.org", "a:"})
    void aHostMayHaveAPort(String host) {
        assertThat(exchange(app, "GET /api/v2/cities/1 HTTP/1.1|Connection: close|Host: " + host + "||"))
                .startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void whatCannotBeReadIsToldInTheReadersLanguageAndByTheNamesOfTheRequest() {
        String rest = " HTTP/1.1|" + HOST + "Accept-Language: fr|X-Request-Id: abc||";
        assertThat(exchange(app, "GET /api/v2/cities?limit=%zz" + rest))
                .contains("est illisible", "\"instance\":\"/api/v2/cities\"", "\"requestId\":\"abc\"")
                .containsIgnoringCase("x-request-id: abc");
        assertThat(exchange(app, "GET /api/v1/cities?limit=%zz" + rest))
                .contains("{\"error\":\"The address in the first line of the request cannot be read.\"}")
                .containsIgnoringCase("rel=\"successor-version\"");
        assertThat(exchange(app, "GET /api/v1/" + "x".repeat(9000) + rest))
                .startsWith("HTTP/1.1 414 URI Too Long")
                .contains("{\"error\":\"URI Too Long\"}")
                .containsIgnoringCase("content-type: application/json")
                .containsIgnoringCase("rel=\"successor-version\"");
        assertThat(exchange(app, "GET /api/v2/cities?q=" + "x".repeat(9000) + rest))
                .startsWith("HTTP/1.1 414 URI Too Long")
                .contains("192 octets", "\"instance\":\"/api/v2/cities\"");
        // So much is not even read.
        assertThat(exchange(app, "GET /api/v1/" + "x".repeat(20_000) + rest))
                .startsWith("HTTP/1.1 414 URI Too Long")
                .doesNotContain("bad-request", "\"instance\"");
    }

    @Test
    void aLineMayBeAsLongAsIsSaid() {
        String line = "GET /api/v2/countries?x= HTTP/1.1";
        String rest = " HTTP/1.1|" + HOST + "Connection: close||";
        String longest = "GET /api/v2/countries?x=" + "y".repeat(8192 - line.length());
        assertThat(exchange(app, longest + rest)).startsWith("HTTP/1.1 400");
        assertThat(exchange(app, longest + "y" + rest)).startsWith("HTTP/1.1 414");
    }

    @Test
    void aBodyWhoseChunksBreakOffIsRefusedAsSuch() {
        String head = " HTTP/1.1|" + HOST + EDITOR + "Transfer-Encoding: chunked||";
        for (String chunks : new String[] {"x|{}|0||", "2|{}{}|0||", "2;=\"|{}|0||"}) {
            assertThat(exchange(app, "POST /api/v2/cities" + head + chunks + SMUGGLED))
                    .as(chunks)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("The chunks of the body")
                    .containsOnlyOnce("HTTP/1.1 ");
        }
        assertThat(exchange(app, "POST /api/v1/cities" + head + "x|")).contains("{\"error\":\"The chunks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /api/v2/cities/1", "GET /health", "GET /login", "POST /account/sessions/end", "GET /x"})
    void aBodyThatNobodyReadsMustNotBreakOffEither(String request) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ROOT.addAppender(log);
        try {
            for (String chunks : new String[] {"zz|", "2|{}zz|"}) {
                assertThat(exchange(app, request + " HTTP/1.1|" + HOST + "Transfer-Encoding: chunked||" + chunks))
                        .as(chunks)
                        .startsWith("HTTP/1.1 400 ")
                        .containsIgnoringCase("connection: close")
                        .contains("The chunks of the body")
                        .containsOnlyOnce("HTTP/1.1 ");
            }
            assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
        } finally {
            ROOT.detachAppender(log);
        }
    }

    @Test
    void anAnswerThatIsUnderWayIsTheLastWhenTheBodyBreaksOff() throws InterruptedException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ROOT.addAppender(log);
        try (RawConnection connection = new RawConnection(app)) {
            connection.send("GET /api/v2/late HTTP/1.1|" + HOST + "Transfer-Encoding: chunked||2|{}|");
            Thread.sleep(150);
            assertThat(connection.send("x|" + SMUGGLED).readToTheEnd())
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("connection: close")
                    .endsWith("late")
                    .containsOnlyOnce("HTTP/1.1 ");
            assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
        } finally {
            ROOT.detachAppender(log);
        }
    }

    @Test
    void brokenChunksAfterTheAnswerEndTheConnection() throws InterruptedException {
        try (RawConnection connection = new RawConnection(app)) {
            connection.send("POST /api/v2/cities HTTP/1.1|" + HOST + "Transfer-Encoding: chunked||2|{}|");
            assertThat(connection.readUpTo("\"requestId\"")).startsWith("HTTP/1.1 401 ");
            assertThat(connection.send("x|").readToTheEnd()).doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void severalRequestsAtOnceAreAnsweredInOrder() {
        String host = " HTTP/1.1|" + HOST;
        String answers = exchange(
                app,
                "HEAD /api/v2/cities/1" + host + "|GET /api/v2/cities/9" + host
                        + "Accept-Encoding: gzip|If-None-Match: \"9.1.en-gzip\"||GET /api/v2/cities/1" + host
                        + "Accept-Encoding: gzip|If-None-Match: \"1.1.en-gzip\"||POST /api/v2/cities" + host + EDITOR
                        + "Expect: 100-continue|Content-Length: 2||{}GET /api/v2/cities/1" + host
                        + "Connection: close||");
        assertThat(answers)
                .matches("(?s)HTTP/1.1 200 .*HTTP/1.1 404 .*HTTP/1.1 304 .*\"1.1.en-gzip\".*HTTP/1.1 400 .*"
                        + "HTTP/1.1 200 .*\"1.1.en\".*");
    }

    @Test
    void aClientOfTheOldProtocolGetsNoChunks() {
        for (String header : new String[] {"", "Connection: keep-alive|"}) {
            assertThat(exchange(app, "GET /api/v1/cities HTTP/1.0|" + header + "|"))
                    .doesNotContainIgnoringCase("transfer-encoding")
                    .endsWith("}]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"close", "close, TE", "TE, Close", "foo,close", "close,", "foo|Connection: close", ", close"})
    void whoeverAsksForItIsAnsweredLast(String options) {
        String request = "GET /api/v2/countries/DE HTTP/1.1|" + HOST + "Connection: " + options + "||";
        assertThat(exchange(app, request))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("\r\nconnection: close\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "x-close", "keep-alive", "TE"})
    void theConnectionOfWhoeverDoesNotStaysOpen(String option) {
        String head = "GET /api/v2/countries/DE HTTP/1.1|" + HOST;
        assertThat(exchange(app, head + "Connection: " + option + "||" + head + "Connection: close||"))
                .containsPattern("(?s)HTTP/1.1 200 .*HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v2/cities/1 HTTP/1.1||",
                "BREW / HTTP/1.1|Host: a||",
                "GET / HTTP/2.0|Host: a||",
                "GET /health HTTP/1.1|Host: a|Connection: close||",
                "GET /api/v2/countries/DE HTTP/1.1|Host: a|Connection: close||"
            })
    void everyAnswerTellsWhenItWasMade(String request) {
        for (String sent : new String[] {
            request,
            request.replace(" /", " /" + "x".repeat(9000)),
            request.replace("||", "|X: " + "x".repeat(9000) + "||")
        }) {
            assertThat(exchange(app, sent))
                    .matches("(?is)HTTP/1.1 [^\r]*(\r\n(?!date)[^\r]+)*\r\ndate: [a-z]{3}, [0-9]{2} [a-z]{3} [0-9]{4} "
                            + "[0-9]{2}:[0-9]{2}:[0-9]{2} gmt(\r\n(?!date)[^\r]+)*\r\n\r\n.*");
        }
    }

    @Test
    void aConnectionThatLiesIdleIsCutOff() {
        String request = "GET /api/v2/countries/DE HTTP/1.1|" + HOST + "|";
        try (Client hasty = Client.onMemory("micronaut.server.idle-timeout", "1s");
                RawConnection mute = new RawConnection(hasty);
                RawConnection kept = new RawConnection(hasty)) {
            assertThat(kept.send(request).readUpTo("Germany")).startsWith("HTTP/1.1 200 ");
            assertThat(kept.send(request).readUpTo("Germany")).contains("HTTP/1.1 200 ");
            assertThat(kept.readToTheEnd()).doesNotContain("HTTP/1.1");
            assertThat(mute.readToTheEnd()).isEmpty();
        }
    }

    @Test
    void aHeadThatComesInDribsAndDrabsIsCutOff() throws InterruptedException {
        try (Client hasty = Client.onMemory("city-api.head-timeout", "1s");
                RawConnection connection = new RawConnection(hasty)) {
            hasty.addParis();
            String request = "GET /api/v2/cities/1 HTTP/1.1|" + HOST;
            assertThat(connection.send(request).send("|").send(request).readUpTo("\"version\":1}"))
                    .startsWith("HTTP/1.1 200");
            assertThat(connection.endsWhileDripping("X: 1|", 400)).isTrue();
        }
    }
}
