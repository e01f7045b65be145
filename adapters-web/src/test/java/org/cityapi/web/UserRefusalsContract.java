package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.ADMIN;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.MERGE_PATCH;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request that concerns users is named, and nothing is changed. */
public abstract class UserRefusalsContract extends SharedHttpContract {

    private String viewer;

    @BeforeAll
    void remember() {
        Callers.makeToken(app, Client.VIEWER);
        viewer = Callers.userId(app, Client.VIEWER);
    }

    private HttpResponse<String> patchOf(String id, String body) {
        return app.send("PATCH", "/api/v2/users/" + id, body, ADMIN, MERGE_PATCH);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, out_of_range", "limit=201, out_of_range", "limit=x, type", "sort=name, unknown"})
    void aQueryIsRefusedWithItsFaultNamed(String query, String code) {
        HttpResponse<String> refused = app.get("/api/v2/users?" + query, ADMIN);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"role":"boss"}      | role     | not_allowed | is none of viewer, editor, admin
            {"role":"ADMIN"}     | role     | not_allowed | is none of viewer, editor, admin
            {"role":7}           | role     | type        | must be of type string
            {"role":null}        | role     | required    | is required
            {"disabled":null}    | disabled | required    | is required
            {"disabled":"true"}  | disabled | type        | must be of type boolean
            {"rolle":"admin"}    | rolle    | unknown     | is not known here
            {"disabled":true,"disabled":false} | disabled | repeated | is given more than once
            []                   |          | type        | must be of type object
            {                    |          | malformed   | is not valid JSON
            """)
    void aPatchIsRefusedWithItsFaultNamed(String body, String field, String code, String text) {
        HttpResponse<String> refused = patchOf(viewer, body);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body())
                .contains("\"field\":\"" + (field == null ? "" : field) + "\"", "\"code\":\"" + code + "\"", text);
        assertThat(app.get("/api/v2/users/" + viewer, ADMIN).body())
                .contains("\"role\":\"viewer\"", "\"disabled\":false");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        HttpResponse<String> refused = app.send(
                "PATCH",
                "/api/v2/users/" + viewer + "?x=1",
                "{\"role\":\"boss\",\"disabled\":1,\"rolle\":\"admin\"}",
                ADMIN,
                JSON);
        assertThat(refused.body())
                .contains(
                        "\"field\":\"x\"", "\"pointer\":\"/role\"", "\"pointer\":\"/disabled\"", "\"field\":\"rolle\"");
    }

    @Test
    void oneRefusalAfterTheOther() {
        String text = "Content-Type: text/plain";
        String path = "/api/v2/users/usr_0?x=1";
        assertThat(app.send("PATCH", path, "{", text).statusCode()).isEqualTo(401);
        HttpResponse<String> forbidden = app.send("PATCH", path, "{", text, EDITOR);
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(header(forbidden, "WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"manage:users\"");
        HttpResponse<String> unsupported = app.send("PATCH", "/api/v2/users/" + viewer, "{", text, ADMIN);
        assertThat(unsupported.statusCode()).isEqualTo(415);
        assertThat(header(unsupported, "Accept-Patch")).contains("application/merge-patch+json");
        assertThat(app.get("/api/v2/users?x=1", EDITOR).statusCode()).isEqualTo(403);
        assertThat(app.get("/api/v2/users/" + viewer + "?x=1", EDITOR).statusCode())
                .isEqualTo(403);
        assertThat(app.get("/api/v2/users/" + viewer + "?x=1", ADMIN).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usr_0", "usr_00000000000000000000000000000000", "%00", "x%27--"})
    void whoIsNotThereIsNotFound(String id) {
        HttpResponse<String> absent = app.get("/api/v2/users/" + id, ADMIN);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(patchOf(id, "{\"role\":\"admin\"}").statusCode()).isEqualTo(404);
        assertThat(absent.body()).contains("There is no user ");
    }

    @Test
    void usersAreNeitherMadeNorReplacedNorDeleted() {
        for (String method : List.of("POST", "PUT", "DELETE")) {
            HttpResponse<String> refused = app.send(method, "/api/v2/users/" + viewer, "{}", ADMIN, JSON);
            assertThat(refused.statusCode()).isEqualTo(405);
            assertThat(header(refused, "Allow")).isEqualTo("GET, HEAD, OPTIONS, PATCH");
        }
        assertThat(app.send("POST", "/api/v2/users", "{}", ADMIN, JSON).statusCode())
                .isEqualTo(405);
        assertThat(app.send("HEAD", "/api/v2/users", null, ADMIN).statusCode()).isEqualTo(200);
    }
}
