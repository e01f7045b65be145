package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What version 1 refuses, and what each of its answers says of its end. */
public abstract class VersionOneRefusalsContract extends SharedHttpContract {

    private static final String LYON = "{\"name\":\"Lyon\",\"population\":500000,\"country\":\"France\"}";

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
}
