package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public abstract class ProblemsContract extends SharedHttpContract {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v2/nothing                     | 404 | not-found              | There is nothing at       | Il n’y a rien à
            GET    | /api/v2/cities/abc                  | 404 | not-found              | There is nothing at       | Il n’y a rien à
            GET    | /api/v2/cities/0                    | 404 | not-found              | There is nothing at       | Il n’y a rien à
            GET    | /api/v2/cities/99999999999999999999 | 404 | not-found              | There is no city 9        | pas de ville 9
            GET    | /api/v2/countries/ZZ                | 404 | not-found              | There is no country ZZ.   | pas de pays ZZ.
            GET    | /api/docs/problems/no               | 404 | not-found              | There is no problem type  | pas de type de problème
            POST   | /api/v2/cities                      | 401 | unauthorized           | Send an access token      | Envoyez un jeton
            DELETE | /api/v2/cities                      | 405 | method-not-allowed     | does not know the method  | ne connaît pas la méthode
            """)
    void aProblemIsToldInTheReadersLanguageAndNothingInternal(
            String method, String path, int status, String slug, String english, String french) {
        for (String language : new String[] {"en", "fr"}) {
            HttpResponse<String> refused =
                    app.send(method, path, null, "Accept-Language: " + language, "X-Request-Id: abc-1");
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
            assertThat(header(refused, "Content-Language")).isEqualTo(language);
            assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(refused, "X-Request-Id")).isEqualTo("abc-1");
            assertThat(refused.body())
                    .contains("\"type\":\"/api/docs/problems/" + slug + "\"", "\"status\":" + status + ",")
                    .contains("\"instance\":\"" + path + "\"", "\"requestId\":\"abc-1\"", "\"title\":")
                    .contains(language.equals("en") ? english : french)
                    .doesNotContainIgnoringCase("Exception", "org.cityapi", "micronaut", "java.");
            assertThat(app.get("/api/docs/problems/" + slug).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aMediaTypeThatIsNotTakenOrGivenIsToldSo() {
        for (String type : new String[] {"text/plain", "application/xml", "application/json;charset=utf-16"}) {
            assertThat(app.send("POST", "/api/v2/cities", "{}", EDITOR, "Content-Type: " + type)
                            .statusCode())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(app.send("POST", "/api/v2/cities", "{}", EDITOR, Client.MERGE_PATCH)
                        .statusCode())
                .isEqualTo(415);
        HttpResponse<String> patch = app.send("PATCH", "/api/v2/cities/1", "{}", EDITOR, "Content-Type: text/plain");
        assertThat(patch.statusCode()).isEqualTo(415);
        assertThat(header(patch, "Accept-Patch")).isEqualTo("application/merge-patch+json, application/json");
        assertThat(app.get("/api/v2/cities", "Accept: text/csv").statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "<x>"})
    void aRequestIdThatIsNoPlainTokenIsReplaced(String id) {
        HttpResponse<String> read = app.get("/api/v2/cities", "X-Request-Id: " + id);
        assertThat(header(read, "X-Request-Id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void aRequestIdHasUpToSixtyFourCharacters() {
        assertThat(header(app.get("/health", "X-Request-Id: " + "x".repeat(64)), "X-Request-Id"))
                .hasSize(64);
        assertThat(header(app.get("/health", "X-Request-Id: " + "x".repeat(65)), "X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void aBadTokenIsRefusedOnPublicReadsToo() {
        HttpResponse<String> bad = app.get("/api/v2/cities", "Authorization: Bearer expired");
        assertThat(bad.statusCode()).isEqualTo(401);
        assertThat(header(bad, "WWW-Authenticate"))
                .matches("Bearer error=\"invalid_token\", error_description=\"[^\"\\\\]+\"");
        assertThat(bad.body()).contains("The access token is not valid");
        assertThat(header(app.send("POST", "/api/v2/cities", "{}", JSON), "WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    @Test
    void healthTellsStrangersNoDetail() {
        HttpResponse<String> health = app.get("/health");
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(header(health, "Cache-Control")).isEqualTo("no-store");
        assertThat(app.get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(app.get("/health/x").statusCode()).isEqualTo(404);
        assertThat(header(app.get("/api/docs/problems/gone"), "Content-Type")).isEqualTo("text/html;charset=utf-8");
    }

    @Test
    void whatIsTooLongIsNamedAsSuch() {
        HttpResponse<String> line = app.get("/api/v2/cities?country=" + "x".repeat(9000));
        assertThat(line.statusCode()).as(line.body()).isEqualTo(414);
        HttpResponse<String> oldLine = app.get("/api/v1/cities?limit=" + "1".repeat(9000));
        assertThat(oldLine.statusCode()).isEqualTo(414);
        assertThat(oldLine.body()).isEqualTo("{\"error\":\"URI Too Long\"}");
        HttpResponse<String> header = app.get("/api/v2/cities", "X-Long: " + "x".repeat(9000));
        assertThat(header.statusCode()).as(header.body()).isEqualTo(431);
        assertThat(header(header, "X-Request-Id")).isNotEmpty();
        HttpResponse<String> oldHeader = app.get("/api/v1/cities", "X-Long: " + "x".repeat(9000));
        assertThat(oldHeader.statusCode()).isEqualTo(431);
        assertThat(oldHeader.body()).isEqualTo("{\"error\":\"Request Header Fields Too Large\"}");
        HttpResponse<String> body = app.add("{\"name\":\"" + "x".repeat(1_100_000) + "\"}");
        assertThat(body.statusCode()).as(body.body()).isEqualTo(413);
        HttpResponse<String> old = app.send("POST", "/api/v1/cities", "x".repeat(1_100_000), EDITOR, JSON);
        assertThat(old.body()).isEqualTo("{\"error\":\"Content Too Large\"}");
        assertThat(header(old, "Link")).isEqualTo("</api/v2/cities>; rel=\"successor-version\"");
    }

    /** A connection that ends says so: nothing that cannot be sent twice is sent on it. */
    @Test
    void whoHasSentTooMuchGoesOnAtOnce() {
        String large = "x".repeat(1_100_000);
        for (int i = 0; i < 20; i++) {
            assertThat(app.send("POST", "/api/v2/cities", large, EDITOR, JSON).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void aBodyOfAMegabyteIsJudgedAndOneByteMoreIsTooMuch() {
        String faulty = "{\"nmae\":1}";
        String most = faulty + " ".repeat(1_048_576 - faulty.length());
        HttpResponse<String> judged = app.add(most);
        assertThat(judged.statusCode()).as(judged.body()).isEqualTo(400);
        assertThat(judged.body()).contains("\"field\":\"nmae\"");
        HttpResponse<String> refused = app.add(most + " ");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(refused.body()).contains("/problems/content-too-large", "\"instance\":\"/api/v2/cities\"");
        assertThat(inChunks(most)).startsWith("HTTP/1.1 400 ").contains("\"field\":\"nmae\"");
        assertThat(inChunks(most + " ")).startsWith("HTTP/1.1 413 ").contains("/problems/content-too-large");
    }

    /** The answer to a body whose length nobody tells beforehand. */
    private String inChunks(String body) {
        int half = body.length() / 2;
        String head = "POST /api/v2/cities HTTP/1.1|Host: localhost|Connection: close|" + JSON
                + "|Transfer-Encoding: chunked|Authorization: " + app.proof("editor") + "||";
        return RawConnection.exchange(
                app,
                head + Integer.toHexString(half) + "|" + body.substring(0, half) + "|"
                        + Integer.toHexString(body.length() - half) + "|" + body.substring(half) + "|0||");
    }

    @Test
    void aQueryThatDoesNotDecodeIsRefused() {
        assertThat(raw("/api/v2/cities?country=%zz")).startsWith("HTTP/1.1 400 ");
        for (String name : new String[] {"q", "country", "fields", "cursor"}) {
            for (String bytes : new String[] {"%ff", "par%ffis", "%ed%a0%80", "%c3", "%C3A", "%c0%80"}) {
                assertThat(raw("/api/v2/cities?limit=1&" + name + "=" + bytes))
                        .startsWith("HTTP/1.1 400 ")
                        .contains("\"field\":\"" + name + "\"", "\"code\":\"encoding\"");
            }
        }
        assertThat(raw("/api/v2/cities?%ff=1")).startsWith("HTTP/1.1 400 ").contains("\"code\":\"unknown\"");
        for (String good : new String[] {"q=%C3%A9", "q=%e6%9d%b1%E4%BA%AC", "q=%f0%9f%8f%99", "q=a%00", "q=%25ff"}) {
            assertThat(raw("/api/v2/cities?" + good)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(raw("/api/v2/%zz")).matches("(?s)HTTP/1.1 40[04] .*");
        assertThat(raw("/api/v2/countries/%ff")).startsWith("HTTP/1.1 400 ");
        assertThat(raw("/api/v1/cities/%AB%8C")).startsWith("HTTP/1.1 400 ").contains("{\"error\":");
        assertThat(raw("/api/v2/countries/%c3%a9")).startsWith("HTTP/1.1 404 ");
    }

    private String raw(String target) {
        return RawConnection.exchange(app, "GET " + target + " HTTP/1.1|Host: localhost|Connection: close||");
    }
}
