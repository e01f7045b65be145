package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Media types, content codings, methods: what a client asks of the form of an answer. */
class NegotiationTest {

    private static final String LARGE = "/api/v2/cities/1";
    private static final String SMALL = "/api/v2/cities/2";
    private static final String GZIP = "Accept-Encoding: gzip";

    private static Client app;

    @BeforeAll
    static void start() {
        app = Client.onMemory();
        String names = "\"Lutetia Parisiorum " + "x".repeat(150) + "%d\",";
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            others.append(names.formatted(i));
        }
        app.add(Client.PARIS.replace("}", ",\"otherNames\":[" + others + "\"b\"]}"));
        app.addParis();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                                    | 200
            application/*                                       | 200
            */*;q=0.1                                           | 200
            application/JSON                                    | 200
            application/json; charset=iso-8859-1                | 200
            text/html, application/*;q=0.5                      | 200
            text/csv, */*;q=0                                   | 406
            application/json;q=0                                | 406
            application/json;q=0, */*                           | 406
            application/json;q=0.0, application/*               | 406
            text/html                                           | 406
            image/*                                             | 406
            """)
    void theMostSpecificRangeOfAcceptDecidesAndTheTypeIsOurs(String accept, int status) {
        for (String path : new String[] {LARGE, "/api/v2/cities", "/api/v1/cities", "/api/v1/cities/1", "/health"}) {
            HttpResponse<String> read = app.get(path, "Accept: " + accept);
            assertThat(read.statusCode()).as(path).isEqualTo(path.equals("/health") ? 200 : status);
            assertThat(header(read, "Vary")).contains("Accept", "Accept-Encoding");
            if (status == 200) {
                assertThat(header(read, "Content-Type")).as(path).isEqualTo("application/json");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",,,", ";,", "; ;", ";q=", "*/*;q=x"})
    void aHeaderThatSaysNothingIsAsGoodAsNone(String nothing) {
        for (String name : new String[] {"Accept", "Accept-Charset", "Accept-Encoding"}) {
            assertThat(app.get(LARGE, name + ": " + nothing).statusCode())
                    .as(name)
                    .isEqualTo(200);
        }
    }

    @Test
    void aGzippedAnswerHasATagOfItsOwn() {
        String plain = header(app.get(LARGE), "ETag");
        HttpResponse<String> zipped = app.get(LARGE, GZIP);
        assertThat(plain).isEqualTo("\"1.1.en\"");
        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(zipped, "ETag")).isEqualTo("\"1.1.en-gzip\"");
        assertThat(header(zipped, "Vary")).isEqualTo("Accept-Language, Accept, Accept-Encoding");
        assertThat(header(app.get(SMALL, GZIP), "ETag")).isEqualTo("\"2.1.en\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip       | "1.1.en-gzip"                 | 304 | "1.1.en-gzip"
            gzip       | W/"1.1.en-gzip", "x"          | 304 | "1.1.en-gzip"
            gzip       | "1.1.en"                      | 304 | "1.1.en"
            gzip       | "1.0.en-gzip"                 | 200 | "1.1.en-gzip"
            gzip;q=0   | "1.1.en-gzip"                 | 200 | "1.1.en"
            identity   | "1.1.en-gzip"                 | 200 | "1.1.en"
            gzip;q=0.1, identity;q=1   | "1.1.en-gzip" | 200 | "1.1.en"
            identity, *;q=0.5          | "1.1.en-gzip" | 200 | "1.1.en"
            gzip;q=0.5, identity;q=0.5 | "1.1.en-gzip" | 304 | "1.1.en-gzip"
            identity;q=0.5, x-gzip     | "1.1.en-gzip" | 304 | "1.1.en-gzip"
            br, *      | "1.1.en-gzip"                 | 304 | "1.1.en-gzip"
            snappy, br | "1.1.en"                      | 304 | "1.1.en"
            """)
    void notModifiedNamesATagThatTheClientCanUse(String accepted, String known, int status, String tag) {
        HttpResponse<String> read = app.get(LARGE, "Accept-Encoding: " + accepted, "If-None-Match: " + known);
        assertThat(read.statusCode()).isEqualTo(status);
        assertThat(header(read, "ETag")).isEqualTo(tag);
        assertThat(header(read, "Vary")).isEqualTo("Accept-Language, Accept, Accept-Encoding");
    }

    @Test
    void aTagOfAGzippedAnswerIsGoodForAWrite() {
        try (Client other = Client.onMemory()) {
            other.addParis();
            assertThat(other.send("DELETE", "/api/v2/cities/1", null, EDITOR, "If-Match: \"1.2.en-gzip\"")
                            .statusCode())
                    .isEqualTo(412);
            assertThat(other.send("DELETE", "/api/v2/cities/1", null, EDITOR, "If-Match: \"1.1.en-gzip\"")
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "snappy", "br", "zstd", "foo", "identity, gzip"})
    void aBodyWithAContentCodingIsNotTaken(String coding) {
        String header = "Content-Encoding: " + coding;
        HttpResponse<String> refused = app.send("POST", "/api/v2/cities", Client.PARIS, EDITOR, Client.JSON, header);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(header(refused, "Accept-Encoding")).isEqualTo("identity");
        assertThat(refused.body()).contains("without Content-Encoding");
        assertThat(app.send("POST", "/api/v1/cities", "{}", EDITOR, Client.JSON, header)
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {LARGE, SMALL, "/api/v2/cities", "/api/v1/cities", "/api/v1/cities/1", "/cities", "/health"})
    void headHasTheHeadersOfGetAndKeepsTheConnection(String path) {
        for (String coding : new String[] {"identity", "gzip"}) {
            HttpResponse<String> get = app.get(path, "Accept-Encoding: " + coding, "X-Request-Id: a");
            HttpResponse<String> head = app.send("HEAD", path, null, "Accept-Encoding: " + coding, "X-Request-Id: a");
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().map().keySet())
                    .isEqualTo(get.headers().map().keySet())
                    .contains("content-type", "cache-control")
                    .doesNotContain("connection", "expires", "last-modified");
            assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v2/cities/1     | DELETE, GET, HEAD, OPTIONS, PATCH, PUT       | application/merge-patch+json, application/json
            /api/v2/cities       | GET, HEAD, OPTIONS, POST                     | ''
            /api/v1/cities/1     | DELETE, GET, HEAD, OPTIONS, PUT              | ''
            /health              | GET, HEAD, OPTIONS                           | ''
            """)
    void optionsTellsWhatCanBeDone(String path, String allowed, String patches) {
        HttpResponse<String> options = app.send("OPTIONS", path, null);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.body()).isEmpty();
        assertThat(header(options, "Allow")).isEqualTo(allowed);
        assertThat(header(options, "Accept-Patch")).isEqualTo(patches);
        assertThat(options.headers().map()).doesNotContainKeys("content-type", "content-language");
        HttpResponse<String> refused = app.send("TRACE", path, null);
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(header(refused, "Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/v2/cities/1", "/login"})
    void allThatIsWellIsCalledOk(String path) {
        assertThat(RawConnection.exchange(app, "GET " + path + " HTTP/1.1|Host: a|Connection: close||"))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void optionsOfTheWholeServerAreTold() {
        assertThat(RawConnection.exchange(app, "OPTIONS * HTTP/1.1|Host: a|Connection: close||"))
                .startsWith("HTTP/1.1 204 ")
                .containsIgnoringCase("allow: DELETE, GET");
        assertThat(app.send("OPTIONS", "/api/v2/nothing", null).statusCode()).isEqualTo(404);
    }
}
