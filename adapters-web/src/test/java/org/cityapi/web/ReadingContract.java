package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public abstract class ReadingContract extends SharedHttpContract {

    private String tag;

    @Override
    @BeforeAll
    protected void connect() {
        super.connect();
        tag = app.addParis();
    }

    /** A city that may be deleted, by its path. */
    private String addAnother() {
        return header(app.add("{\"name\":\"Another\",\"countryCode\":\"FR\",\"population\":1}"), "Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void anybodyReadsACityWithAllItsProperties() {
        HttpResponse<String> read = app.get("/api/v2/cities/1");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body())
                .matches(
                        "\\{\"id\":1,\"name\":\"Paris\",\"countryCode\":\"FR\",\"country\":\"France\",\"population\":2148000,"
                                + "\"latitude\":48.85341,\"longitude\":2.3488,\"adminCode\":null,\"timezone\":null,"
                                + "\"geonameId\":null,\"otherNames\":\\[],\"createdBy\":\"usr_[0-9a-f]{32}\","
                                + "\"createdAt\":\"[-0-9]{10}T[:.0-9]{8,12}Z\",\"updatedAt\":\"[-0-9]{10}T[:.0-9]{8,12}Z\",\"version\":1}");
        assertThat(header(read, "Content-Type")).isEqualTo("application/json");
        assertThat(header(read, "ETag")).isEqualTo(tag).matches("\"[^\"]+\"");
        assertThat(header(read, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(read, "Vary")).isEqualTo("Accept-Language, Accept, Accept-Encoding");
        assertThat(header(read, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"x\", %s", "\"a,b\",W/%s", "*", ", %s", " ,\t, \"x\",, %s,"})
    void whatIsKnownIsNotSentAgain(String ifNoneMatch) {
        HttpResponse<String> read = app.get("/api/v2/cities/1", "If-None-Match: " + ifNoneMatch.formatted(tag));
        assertThat(read.statusCode()).isEqualTo(304);
        assertThat(read.body()).isEmpty();
        assertThat(header(read, "ETag")).isEqualTo(tag);
        assertThat(header(read, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(read, "Vary")).isEqualTo("Accept-Language, Accept, Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"1.2.en\"", "\"1.1.fr\"", "1.1.en", "\"2.1.en\"", ",", ", *"})
    void whatIsNotKnownIsSent(String ifNoneMatch) {
        assertThat(app.get("/api/v2/cities/1", "If-None-Match: " + ifNoneMatch).statusCode())
                .isEqualTo(200);
    }

    @Test
    void eachLanguageHasItsTagAndAnyOfThemServesAWrite() {
        String path = addAnother();
        String english = header(app.get(path), "ETag");
        String french = header(app.get(path, "Accept-Language: fr"), "ETag");
        assertThat(french).isNotEqualTo(english);
        assertThat(app.send("DELETE", path, null, Client.EDITOR, "If-Match: " + french)
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void aReadHeedsTheVersionThatIfMatchMeans(String method) {
        for (String path : new String[] {"/api/v2/cities/1", "/api/v1/cities/1", "/api/v2/cities"}) {
            String own = header(app.get(path), "ETag");
            for (String fits : new String[] {own, "*", "\"x\", " + own}) {
                assertThat(app.send(method, path, null, "If-Match: " + fits).statusCode())
                        .isEqualTo(200);
                assertThat(app.send(method, path, null, "If-Match: " + fits, "If-None-Match: " + own)
                                .statusCode())
                        .isEqualTo(304);
            }
            for (String other : new String[] {"\"x\"", "\"1.2.en\"", "W/" + own}) {
                HttpResponse<String> refused =
                        app.send(method, path, null, "If-Match: " + other, "If-None-Match: " + own);
                assertThat(refused.statusCode()).as(path + other).isEqualTo(412);
            }
        }
        assertThat(app.get("/api/v2/cities/99", "If-Match: \"x\"").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v2/cities/01", "/api/v1/cities/001", "/api/v2/cities/1/", "/api/v2/cities/", "/cities/"})
    void eachResourceHasOneAddress(String path) {
        assertThat(app.get(path).statusCode()).isEqualTo(404);
        assertThat(app.send("DELETE", path, null, Client.EDITOR, "If-Match: *").statusCode())
                .isEqualTo(404);
        assertThat(app.get("/api/v2/cities/1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/cities",
                "/api/v2/cities/1",
                "/api/v1/cities",
                "/api/v1/cities/1",
                "/cities",
                "/api/v2/countries",
                "/api/v2/countries/FR",
                "/api/v2/cities/99",
                "/api/docs/problems/gone"
            })
    void headGivesTheHeadersOfGetAndNoBody(String path) {
        HttpResponse<String> get = app.get(path);
        HttpResponse<String> head = app.send("HEAD", path, null);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"ETag", "Cache-Control", "Vary", "Link", "Content-Language"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v2/cities        | GET, POST
            /api/v2/cities/1      | GET, PUT, PATCH, DELETE
            /api/v1/cities        | GET, POST
            /api/v1/cities/1      | GET, PUT, DELETE
            /cities               | GET, POST
            /api/v2/countries     | GET
            /api/v2/countries/FR  | GET
            """)
    void optionsAndRefusalsTellTheMethods(String path, String methods) {
        HttpResponse<String> options = app.send("OPTIONS", path, null);
        assertThat(options.statusCode()).isBetween(200, 204);
        assertThat(header(options, "Allow").split(",\\s*"))
                .contains(methods.split(", "))
                .doesNotContain("TRACE");
        HttpResponse<String> refused = app.send("TRACE", path, null);
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(header(refused, "Allow").split(",\\s*")).contains(methods.split(", "));
    }

    @Test
    void aDeletedCityIsGoneAndAnUnknownOneNotFound() {
        String path = addAnother();
        app.send("DELETE", path, null, Client.EDITOR, "If-Match: *");
        assertThat(app.get(path).statusCode()).isEqualTo(410);
        assertThat(app.get(path.replace("v2", "v1")).statusCode()).isEqualTo(404);
        assertThat(app.get("/api/v2/cities/99").statusCode()).isEqualTo(404);
        assertThat(app.get(path, "If-None-Match: *").statusCode()).isEqualTo(410);
    }
}
