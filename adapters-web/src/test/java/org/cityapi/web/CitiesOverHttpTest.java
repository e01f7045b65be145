package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitiesOverHttpTest {

    private static final String EDITOR = "Authorization: Bearer editor";
    private static final String JSON = "Content-Type: application/json";
    private static final String PARIS =
            "{\"name\":\"Paris\",\"countryCode\":\"fr\",\"population\":2148000,\"latitude\":48.85341,\"longitude\":2.3488}";

    private Running app;

    @BeforeEach
    void start() {
        app = new Running();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private HttpResponse<String> add(String body) {
        return app.send("POST", "/api/v2/cities", body, EDITOR, JSON);
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void anEditorAddsACityAndAnybodyReadsIt() {
        HttpResponse<String> added = add(PARIS);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.headers().firstValue("Location")).contains("/api/v2/cities/1");
        HttpResponse<String> read = app.get("/api/v2/cities/1", "Accept-Language: fr-CA");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body())
                .startsWith(
                        "{\"id\":1,\"name\":\"Paris\",\"countryCode\":\"FR\",\"country\":\"France\",\"population\":2148000,"
                                + "\"latitude\":48.85341,\"longitude\":2.3488,\"adminCode\":null,")
                .contains("\"otherNames\":[]", "\"version\":1", "\"createdBy\":\"usr_");
        assertThat(read.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(read.headers().firstValue("Content-Language")).contains("fr");
        assertThat(app.get("/api/v2/cities/1", "If-None-Match: " + tag(read), "Accept-Language: fr")
                        .statusCode())
                .isEqualTo(304);
        assertThat(app.send("HEAD", "/api/v2/cities/1", null).statusCode()).isEqualTo(200);
    }

    @Test
    void allFaultsAreToldAtOnceInTheReadersLanguage() {
        HttpResponse<String> refused = app.send(
                "POST",
                "/api/v2/cities",
                "{\"name\":\" \",\"countryCode\":\"ZZ\",\"population\":-1,\"latitude\":5,\"nmae\":\"x\",\"otherNames\":[1]}",
                EDITOR,
                JSON,
                "Accept-Language: fr");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body())
                .contains("\"code\":\"blank\"", "\"code\":\"unknown_country\"", "\"code\":\"out_of_range\"")
                .contains("\"code\":\"incomplete\"", "\"code\":\"unknown\"", "\"pointer\":\"/otherNames/0\"")
                .contains("Requête invalide", "n’est pas connu ici");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name"                                                     | 400
            []                                                          | 400
            {"name":"a","name":"b","countryCode":"FR","population":1}   | 400
            {"name":"a","countryCode":"FR","population":NaN}            | 400
            {"name":"a","countryCode":"FR","population":1e999999999}    | 400
            {"name":"a\\u0000","countryCode":"FR","population":1}       | 400
            {"name":"a\\ud800","countryCode":"FR","population":1}       | 400
            {"name":"a","countryCode":"FR","population":"1"}            | 400
            {"name":"a","countryCode":"FR","population":1} x            | 400
            {"name":"a","countryCode":"FR","population":1.0}            | 201
            """)
    void bodiesAreReadStrictly(String body, int status) {
        HttpResponse<String> response = add(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("Exception", "jackson", "org.cityapi");
    }

    @Test
    void aWriteSaysWhichVersionItChanges() {
        String first = tag(add(PARIS));
        String mergePatch = "Content-Type: application/merge-patch+json";
        String bigger = "{\"population\":2200000}";
        HttpResponse<String> silent = app.send("PATCH", "/api/v2/cities/1", bigger, EDITOR, mergePatch);
        assertThat(silent.statusCode()).isEqualTo(428);
        HttpResponse<String> changed =
                app.send("PATCH", "/api/v2/cities/1", bigger, EDITOR, mergePatch, "If-Match: " + first);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.body()).contains("\"version\":2", "\"population\":2200000", "\"latitude\":48.85341");
        HttpResponse<String> stale = app.send("PUT", "/api/v2/cities/1", PARIS, EDITOR, JSON, "If-Match: " + first);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("\"current\":{\"id\":1", "\"version\":2");
        HttpResponse<String> noChange =
                app.send("PATCH", "/api/v2/cities/1", bigger, EDITOR, mergePatch, "If-Match: *");
        assertThat(noChange.body()).contains("\"version\":2");
        assertThat(app.send("DELETE", "/api/v2/cities/1", null, EDITOR, "If-Match: " + tag(changed))
                        .statusCode())
                .isEqualTo(204);
        assertThat(app.get("/api/v2/cities/1").statusCode()).isEqualTo(410);
        assertThat(app.get("/api/v1/cities/1").statusCode()).isEqualTo(404);
        assertThat(app.get("/api/v2/cities/2").statusCode()).isEqualTo(404);
    }

    @Test
    void aPutThatIsStoredOtherwiseThanSentCarriesNoTag() {
        add(PARIS);
        HttpResponse<String> normalized = app.send("PUT", "/api/v2/cities/1", PARIS, EDITOR, JSON, "If-Match: *");
        assertThat(normalized.headers().firstValue("ETag")).isEmpty();
        HttpResponse<String> exact =
                app.send("PUT", "/api/v2/cities/1", PARIS.replace("\"fr\"", "\"FR\""), EDITOR, JSON, "If-Match: *");
        assertThat(exact.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void whoMayNotWriteIsToldBeforeTheBodyIsRead() {
        HttpResponse<String> nobody = app.send("POST", "/api/v2/cities", "{", JSON);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        HttpResponse<String> viewer =
                app.send("POST", "/api/v2/cities", "{", "Authorization: Bearer viewer", "Content-Type: text/plain");
        assertThat(viewer.statusCode()).isEqualTo(403);
        assertThat(viewer.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_scope\", scope=\"create:cities\"");
        HttpResponse<String> bad = app.get("/api/v2/cities", "Authorization: Bearer expired");
        assertThat(bad.statusCode()).isEqualTo(401);
        assertThat(bad.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"invalid_token\", error_description=\"The token is ?expired?\"");
        assertThat(app.send("POST", "/api/v2/cities", "{", EDITOR, "Content-Type: text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aWalkOverThePagesSeesEachCityOnceAndFindsBack() {
        for (int i = 0; i < 7; i++) {
            add("{\"name\":\"C%d\",\"countryCode\":\"FR\",\"population\":%d}".formatted(i, i / 3));
        }
        List<String> seen = new ArrayList<>();
        String path = "/api/v2/cities?country=FR&limit=3";
        String previous = null;
        while (path != null) {
            HttpResponse<String> page = app.get(path);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            Matcher ids = Pattern.compile("\"id\":(\\d+)").matcher(page.body());
            while (ids.find()) {
                seen.add(ids.group(1));
            }
            String links = page.headers().firstValue("Link").orElseThrow();
            Matcher next = Pattern.compile("<([^>]*)>; rel=\"next\"").matcher(links);
            Matcher prev = Pattern.compile("<([^>]*)>; rel=\"prev\"").matcher(links);
            previous = prev.find() ? prev.group(1) : null;
            path = next.find() ? next.group(1) : null;
        }
        assertThat(seen).containsExactly("7", "4", "5", "6", "1", "2", "3");
        assertThat(app.get(previous).body()).contains("\"id\":6,").doesNotContain("\"id\":3,");
        String stolen = previous.replace("country=FR", "country=DE");
        assertThat(app.get(stolen).statusCode()).isEqualTo(400);
        assertThat(app.get(previous + "A").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/cities?foo=1, 400",
        "/api/v2/cities?limit=0, 400",
        "/api/v2/cities?limit=201, 400",
        "/api/v2/cities?limit=x, 400",
        "/api/v2/cities?limit=1&limit=2, 400",
        "/api/v2/cities?sort=size, 400",
        "/api/v2/cities?country=ZZ, 400",
        "/api/v2/cities?country=FR&country=DE, 200",
        "/api/v2/cities?minPopulation=99999999999999999999, 400",
        "/api/v2/cities?cursor=abc, 400",
        "/api/v2/cities/1?x=1, 400",
        "/api/v2/cities/abc, 404",
        "/api/v2/cities/99999999999999999999, 404",
        "/api/v2/nothing, 404",
        "/api/v2/countries/FR, 200",
        "/api/v2/countries/ZZ, 404",
        "/api/docs/problems/gone, 200",
        "/api/docs/problems/no, 404",
        "/health, 200"
    })
    void everyAnswerHasItsStatusAndNothingInternal(String path, int status) {
        HttpResponse<String> response = app.get(path, "X-Request-Id: abc-1");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("X-Request-Id")).contains("abc-1");
        assertThat(response.body()).doesNotContain("Exception", "org.cityapi", "micronaut");
        if (status >= 400) {
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(response.body()).contains("\"requestId\":\"abc-1\"", "\"status\":" + status);
        }
    }

    @Test
    void healthTellsStrangersNoDetail() {
        assertThat(app.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void linesAndHeadersThatAreTooLongAreNamedAsSuch() {
        HttpResponse<String> line = app.get("/api/v2/cities?country=" + "x".repeat(9000));
        assertThat(line.statusCode()).as(line.body()).isEqualTo(414);
        HttpResponse<String> header = app.get("/api/v2/cities", "X-Long: " + "x".repeat(9000));
        assertThat(header.statusCode()).as(header.body()).isEqualTo(431);
        assertThat(header.headers().firstValue("X-Request-Id")).isPresent();
        HttpResponse<String> body = add("{\"name\":\"" + "x".repeat(1_100_000) + "\"}");
        assertThat(body.statusCode()).as(body.body()).isEqualTo(413);
    }

    @Test
    void aQueryThatDoesNotDecodeIsRefused() {
        assertThat(rawGet("/api/v2/cities?country=%zz")).startsWith("HTTP/1.1 400 ");
        assertThat(rawGet("/api/v2/cities?country=%ff")).startsWith("HTTP/1.1 400 ");
        assertThat(rawGet("/api/v2/%zz")).matches("(?s)HTTP/1.1 40[04] .*");
    }

    private String rawGet(String target) {
        try (java.net.Socket socket = new java.net.Socket("localhost", app.port())) {
            socket.setSoTimeout(5000);
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void otherMethodsAreToldWhatIsAllowed() {
        HttpResponse<String> response = app.send("PUT", "/api/v2/cities", "{}", EDITOR, JSON);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
        assertThat(app.get("/api/v2/cities", "Accept: text/csv").statusCode()).isEqualTo(406);
        assertThat(app.send("OPTIONS", "/api/v2/cities", null)
                        .headers()
                        .firstValue("Allow")
                        .orElse(""))
                .contains("GET", "POST");
    }

    @Test
    void versionOneKeepsItsFourFieldsAndItsErrors() {
        assertThat(app.get("/api/v1/cities").body()).isEqualTo("[]");
        String lyon = "{\"name\":\"Lyon\",\"population\":500000,\"country\":\"fRÁnce\"}";
        HttpResponse<String> added = app.send("POST", "/api/v1/cities", lyon, EDITOR, JSON);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.headers().firstValue("Location")).contains("/api/v1/cities/1");
        String stored = "{\"id\":1,\"name\":\"Lyon\",\"population\":500000,\"country\":\"France\"}";
        assertThat(added.body()).isEqualTo(stored);
        assertThat(app.get("/api/v1/cities").body()).isEqualTo("[" + stored + "]");
        assertThat(app.get("/cities").body()).isEqualTo("[" + stored + "]");
        assertThat(app.get("/cities?offset=1").body()).isEqualTo("[]");
        assertThat(app.get("/cities?limit=0").body()).isEqualTo("[]");
        HttpResponse<String> unknown =
                app.send("POST", "/api/v1/cities", lyon.replace("fRÁnce", "Frnace"), EDITOR, JSON);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).isEqualTo("{\"error\":\"country: no country is called \\\"Frnace\\\"\"}");
        HttpResponse<String> nobody = app.send("POST", "/cities", lyon, JSON);
        assertThat(nobody.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
        assertThat(app.get("/api/v1/cities/9").body()).isEqualTo("{\"error\":\"Not Found\"}");
        assertThat(app.get("/api/v1/nothing").body()).isEqualTo("{\"error\":\"Not Found\"}");
        for (String path : List.of("/api/v1/cities", "/api/v1/cities/9", "/cities")) {
            HttpResponse<String> answer = app.get(path);
            assertThat(answer.headers().allValues("Link"))
                    .containsExactly("</api/v2/cities>; rel=\"successor-version\"");
            assertThat(answer.headers().firstValue("Deprecation")).contains("@1809126000");
            assertThat(answer.headers().firstValue("Sunset")).contains("Sat, 01 May 2027 00:00:00 GMT");
        }
        HttpResponse<String> replaced = app.send(
                "PUT",
                "/api/v1/cities/1",
                "{\"id\":7,\"name\":\"Lyon\",\"population\":1,\"country\":\"FRA\"}",
                EDITOR,
                JSON);
        assertThat(replaced.body()).isEqualTo(stored.replace("500000", "1"));
        assertThat(app.send("DELETE", "/api/v1/cities/1", null, EDITOR).statusCode())
                .isEqualTo(204);
    }

    @Test
    void allCitiesComeInOneArrayHoweverMany() {
        for (int i = 0; i < 1203; i++) {
            app.send("POST", "/api/v1/cities", "{\"name\":\"C\",\"population\":1,\"country\":\"FR\"}", EDITOR, JSON);
        }
        assertThat(app.get("/api/v1/cities").body().split("\"id\"")).hasSize(1204);
        assertThat(app.get("/api/v1/cities?limit=700&offset=600").body().split("\"id\""))
                .hasSize(604);
        assertThat(app.get("/api/v1/cities?limit=700").body())
                .endsWith("]")
                .contains("\"id\":700,")
                .doesNotContain("\"id\":701,");
    }
}
