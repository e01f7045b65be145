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

public abstract class VersionOneContract extends HttpContract {

    private static final String LYON = "{\"name\":\"Lyon\",\"population\":500000,\"country\":\"France\"}";
    private static final String STORED = LYON.replace("{", "{\"id\":1,");

    private HttpResponse<String> add(String body) {
        return app.send("POST", "/api/v1/cities", body, EDITOR, JSON);
    }

    @Test
    void aCityHasFourPropertiesAndItsListIsABareArray() {
        assertThat(app.get("/api/v1/cities").body()).isEqualTo("[]");
        HttpResponse<String> added = add(LYON);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(header(added, "Location")).isEqualTo("/api/v1/cities/1");
        assertThat(added.body()).isEqualTo(STORED);
        assertThat(app.get("/api/v1/cities/1", "Accept-Language: fr").body()).isEqualTo(STORED);
        assertThat(app.get("/api/v1/cities").body()).isEqualTo("[" + STORED + "]");
        assertThat(app.get("/cities").body()).isEqualTo("[" + STORED + "]");
        assertThat(header(app.get("/cities"), "Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(header(app.get("/api/v1/cities"), "Cache-Control")).isEqualTo("no-cache");
        assertThat(app.get("/cities?limit=99999999999999999999&offset=0").body())
                .isEqualTo("[" + STORED + "]");
        assertThat(app.get("/cities?offset=99999999999999999999").body()).isEqualTo("[]");
        String tag = header(app.get("/api/v1/cities/1"), "ETag");
        assertThat(app.get("/api/v1/cities/1", "If-None-Match: " + tag).statusCode())
                .isEqualTo(304);
        assertThat(app.send("POST", "/cities", LYON, EDITOR, JSON).statusCode()).isEqualTo(201);
        assertThat(app.get("/cities?offset=2").body()).isEqualTo("[]");
        assertThat(app.get("/cities?limit=0").body()).isEqualTo("[]");
    }

    @Test
    void itWritesWithoutPreconditionButHeedsOneAndKeepsWhatItDoesNotKnow() {
        app.add(Client.PARIS);
        assertThat(app.send("PUT", "/api/v1/cities/1", LYON, EDITOR, JSON, "If-Match: \"1.9.v1\"")
                        .body())
                .isEqualTo("{\"error\":\"Precondition Failed\"}");
        assertThat(app.send("PUT", "/api/v1/cities/1", LYON.replace("{", "{\"id\":7,"), EDITOR, JSON)
                        .body())
                .isEqualTo(STORED);
        assertThat(app.get("/api/v2/cities/1").body()).contains("\"latitude\":48.85341", "\"version\":2");
        assertThat(app.send("DELETE", "/api/v1/cities/1", null, EDITOR).statusCode())
                .isEqualTo(204);
        assertThat(app.get("/api/v1/cities/1").body()).isEqualTo("{\"error\":\"Not Found\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR", "fra", "fRÁnce", " France ", "france"})
    void aCountryIsWrittenAsCodeOrName(String country) {
        assertThat(add(LYON.replace("France", country)).body()).isEqualTo(STORED);
        assertThat(add(LYON.replace("France", "Allemagne")).body()).contains("\"country\":\"Germany\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a","population":1,"country":"Frnace"} | country: no country is called \\"Frnace\\"
            {"name":"a","population":1,"country":"F.R."}   | country: no country is called \\"F.R.\\"
            {"name":"a","population":1,"country":"ß"}      | country: no country is called \\"ß\\"
            {"name":"a","population":1}                    | country: is required
            {"name":"a","population":1,"country":null}     | country: is required
            {"name":"a","population":1,"country":1}        | country: must be of type string
            {"name":"a","population":"1","country":"FR"}   | population: must be of type integer
            []                                             | The body must be of type object
            ``                                             | The body is missing
            {"name":"","population":-1,"country":"FR"}     | name: must not be blank; population: must lie between 0 and 100000000
            {"name":"a","population":1,"country":"FR","x":1} | x: is not known here
            {                                              | The body is not valid JSON, line 1, column 2
            """)
    void badBodiesAreRefusedWithTheReasonInEnglish(String body, String reason) {
        HttpResponse<String> refused = app.send("POST", "/api/v1/cities", body, EDITOR, JSON, "Accept-Language: fr");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("{\"error\":\"" + reason + "\"}");
        assertThat(app.send("PUT", "/api/v1/cities/9", body, EDITOR, JSON).body())
                .isEqualTo(refused.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /cities               | ''                           | 401 | Unauthorized
            POST   | /api/v1/cities        | Authorization: viewer | 403 | Forbidden
            DELETE | /api/v1/cities/9      | Authorization: viewer | 403 | Forbidden
            DELETE | /api/v1/cities/9      | Authorization: editor | 404 | Not Found
            GET    | /api/v1/cities/9      | ''                           | 404 | Not Found
            GET    | /api/v1/nothing       | ''                           | 404 | Not Found
            PATCH  | /api/v1/cities/9      | ''                           | 405 | Method Not Allowed
            GET    | /cities?limit=-1      | ''                           | 400 | limit: must not be less than 0
            GET    | /cities?lmit=1        | ''                           | 400 | lmit: is not known here
            GET    | /api/v1/cities?limit=x | ''                          | 400 | limit: must be of type integer
            GET    | /api/v1/cities/9?x=1  | ''                           | 400 | x: is not known here
            DELETE | /api/v1/cities/9?x=1  | Authorization: editor | 400 | x: is not known here
            """)
    void errorsAreOneLine(String method, String path, String caller, int status, String reason) {
        HttpResponse<String> refused =
                caller.isEmpty() ? app.send(method, path, null) : app.send(method, path, null, caller, JSON);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).isEqualTo("{\"error\":\"" + reason + "\"}");
        assertThat(header(refused, "Content-Type")).startsWith("application/json");
        assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatIsNotThereOrNotJsonIsNotReplaced() {
        HttpResponse<String> absent = app.send("PUT", "/api/v1/cities/9", LYON, EDITOR, JSON);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.body()).isEqualTo("{\"error\":\"Not Found\"}");
        HttpResponse<String> text = app.send("PUT", "/api/v1/cities/9", LYON, EDITOR, "Content-Type: text/plain");
        assertThat(text.statusCode()).isEqualTo(415);
        assertThat(text.body()).isEqualTo("{\"error\":\"Unsupported Media Type\"}");
    }

    @Test
    void everyAnswerTellsItsSuccessorAndItsEnd() {
        for (String path : new String[] {"/api/v1/cities", "/api/v1/cities/9", "/api/v1", "/cities"}) {
            HttpResponse<String> answer = app.get(path);
            assertThat(header(answer, "Link")).isEqualTo("</api/v2/cities>; rel=\"successor-version\"");
            assertThat(header(answer, "Deprecation")).isEqualTo("@1809126000");
            assertThat(header(answer, "Sunset")).isEqualTo("Sat, 01 May 2027 00:00:00 GMT");
        }
        for (String path : new String[] {"/api/v2/cities", "/api/v10/cities", "/citiesx", "/api/v2/cities/1"}) {
            assertThat(header(app.get(path), "Sunset")).as(path).isEmpty();
            assertThat(header(app.get(path), "Link")).as(path).doesNotContain("successor");
        }
    }

    @Test
    void allCitiesComeInOneArrayHoweverMany() {
        for (int i = 0; i < 1000; i++) {
            add("{\"name\":\"C\",\"population\":1,\"country\":\"FR\"}");
        }
        assertThat(app.get("/api/v1/cities").body())
                .endsWith("}]")
                .contains("\"id\":500,")
                .contains("\"id\":501,");
        add("{\"name\":\"C\",\"population\":1,\"country\":\"FR\"}");
        assertThat(app.get("/api/v1/cities").body().split("\"id\"")).hasSize(1002);
        assertThat(app.get("/api/v1/cities?limit=700&offset=600").body())
                .startsWith("[{\"id\":601,")
                .contains("{\"id\":1001,")
                .endsWith("}]");
        assertThat(app.get("/api/v1/cities?limit=700").body())
                .contains("\"id\":700,")
                .doesNotContain("\"id\":701,");
    }
}
