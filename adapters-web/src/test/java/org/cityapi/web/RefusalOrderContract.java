package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.ADMIN;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where several refusals apply, the contract says which is told. */
public abstract class RefusalOrderContract extends SharedHttpContract {

    private static final String TEXT = "Content-Type: text/plain";
    private static final String BAD_TOKEN = "Authorization: Bearer expired";
    private static final String TAKEN = "{\"name\":\"a\",\"countryCode\":\"FR\",\"population\":1,\"geonameId\":7}";
    private static final String STALE = "If-Match: \"2.1.en\"";

    /** City 1 is deleted, 2 is of version 2, and 3 has the id of GeoNames that is asked for. */
    @BeforeAll
    void fill() {
        app.addParis();
        app.addParis();
        app.add(TAKEN);
        app.send("DELETE", "/api/v2/cities/1", null, EDITOR, "If-Match: *");
        app.send("PATCH", "/api/v2/cities/2", "{\"population\":1}", EDITOR, JSON, STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void oneFaultAfterTheOther(String method) {
        String faulty = "{\"nmae\":\"a\"}";
        assertRefused(401, method, "9?x=1", faulty, TEXT);
        assertRefused(403, method, "9?x=1", faulty, TEXT, VIEWER);
        assertRefused(415, method, "9?x=1", faulty, TEXT, EDITOR);
        assertRefused(400, method, "9?x=1", TAKEN, JSON, EDITOR);
        for (String fault :
                new String[] {"{", faulty, "{\"name\":\"\"}", "{\"population\":\"1\"}", "{\"latitude\":91}"}) {
            assertRefused(400, method, "9", fault, JSON, EDITOR);
        }
        assertRefused(404, method, "9", TAKEN, JSON, EDITOR);
        assertRefused(410, method, "1", TAKEN, JSON, EDITOR, STALE);
        assertRefused(428, method, "2", TAKEN, JSON, EDITOR);
        assertRefused(412, method, "2", TAKEN, JSON, EDITOR, STALE);
        assertRefused(409, method, "2", TAKEN, JSON, EDITOR, "If-Match: \"2.2.en\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "9223372036854775807", "9223372036854775808", "99999999999999999999999"})
    void anIdThatNobodyHasIsRefusedInTheSameOrderHoweverLongItIs(String id) {
        for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
            assertRefused(401, method, id, TAKEN, JSON);
            assertRefused(403, method, id, TAKEN, JSON, VIEWER);
            assertRefused(404, method, id, TAKEN, JSON, EDITOR, "If-Match: *");
        }
        assertRefused(415, "PUT", id, TAKEN, TEXT, EDITOR);
        assertRefused(400, "PUT", id, "{", JSON, EDITOR);
        assertRefused(400, "DELETE", id + "?x=1", null, EDITOR);
        assertRefused(403, "GET", id + "/history", null, VIEWER);
        assertRefused(400, "GET", id + "/history?x=1", null, EDITOR);
        assertRefused(404, "GET", id + "/history", null, EDITOR);
        assertRefused(403, "POST", id + "/restore", "{\"version\":1}", JSON, VIEWER);
        assertRefused(415, "POST", id + "/restore", "{\"version\":1}", TEXT, EDITOR);
        assertRefused(404, "POST", id + "/restore", "{\"version\":1}", JSON, EDITOR);
        assertThat(app.send("PUT", "/api/v1/cities/" + id, TAKEN, JSON, VIEWER).statusCode())
                .isEqualTo(403);
        assertThat(app.send("PUT", "/api/v1/cities/" + id, "{", JSON, EDITOR).statusCode())
                .isEqualTo(400);
        assertThat(app.get("/api/v1/cities/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aDeletionIsRefusedInTheSameOrder() {
        assertRefused(401, "DELETE", "9?x=1", null);
        assertRefused(403, "DELETE", "9?x=1", null, VIEWER);
        assertRefused(400, "DELETE", "9?x=1", null, EDITOR);
        assertRefused(404, "DELETE", "9", null, EDITOR);
        assertRefused(410, "DELETE", "1", null, EDITOR);
        assertRefused(428, "DELETE", "2", null, EDITOR);
        assertRefused(412, "DELETE", "2", null, EDITOR, STALE);
    }

    @Test
    void aRouteOrMethodThatIsNotThereIsToldFirst() {
        for (String caller : new String[] {"X: nobody", VIEWER, BAD_TOKEN}) {
            assertRefused(405, "POST", "2", "{", TEXT, caller);
            assertThat(app.send("POST", "/api/v2/towns", "{", TEXT, caller).statusCode())
                    .as(caller)
                    .isEqualTo(404);
            assertThat(app.send("PUT", "/api/v2/cities", "{", TEXT, caller).statusCode())
                    .as(caller)
                    .isEqualTo(405);
            assertThat(app.get("/api/v1/towns", caller).body()).isEqualTo("{\"error\":\"Not Found\"}");
        }
        assertThat(app.get("/api/v2/cities", BAD_TOKEN).statusCode()).isEqualTo(401);
    }

    @Test
    void anAdditionIsRefusedInTheSameOrder() {
        assertThat(app.send("POST", "/api/v2/cities?x=1", "{", TEXT).statusCode())
                .isEqualTo(401);
        assertThat(app.send("POST", "/api/v2/cities?x=1", "{", TEXT, VIEWER).statusCode())
                .isEqualTo(403);
        assertThat(app.send("POST", "/api/v2/cities?x=1", "{", TEXT, EDITOR).statusCode())
                .isEqualTo(415);
        assertThat(app.send("POST", "/api/v2/cities?x=1", TAKEN, JSON, EDITOR).statusCode())
                .isEqualTo(400);
        assertThat(app.add(TAKEN).statusCode()).isEqualTo(409);
    }

    /** Nothing of what is asked is read, or done, for a client that can do with no answer to it (RFC 9110, 15.5.7). */
    @Test
    void whatCannotBeSentIsToldBehindWhatMustNotBeReadAndBeforeWhatIsAsked() {
        String page = "Accept: text/html";
        assertThat(app.get("/api/v2/me?x=1", page).statusCode()).isEqualTo(401);
        assertThat(app.get("/api/v2/me?x=1", page, BAD_TOKEN).statusCode()).isEqualTo(401);
        assertThat(app.get("/api/v2/cities?x=1", page, BAD_TOKEN).statusCode()).isEqualTo(401);
        assertThat(app.get("/api/v2/me?x=1", page, VIEWER).statusCode()).isEqualTo(406);
        assertThat(app.get("/api/v2/cities?x=1", page).statusCode()).isEqualTo(406);
        assertThat(app.get("/api/v2/cities/9", page).statusCode()).isEqualTo(406);
        assertThat(app.get("/api/v2/users", page, VIEWER).statusCode()).isEqualTo(403);
        for (String cities : new String[] {"/api/v1/cities", "/api/v2/cities"}) {
            assertThat(app.send("POST", cities, "{", page, TEXT).statusCode()).isEqualTo(401);
            assertThat(app.send("POST", cities, "{", page, TEXT, VIEWER).statusCode())
                    .isEqualTo(403);
            assertThat(app.send("POST", cities, "{", page, TEXT, EDITOR).statusCode())
                    .isEqualTo(415);
            assertThat(app.send("POST", cities, "{", page, JSON, EDITOR).statusCode())
                    .isEqualTo(406);
            assertThat(app.send("PATCH", cities, "{", page, JSON).statusCode()).isEqualTo(405);
        }
        assertThat(app.send("OPTIONS", "/api/v2/me", null, page).statusCode()).isEqualTo(204);
    }

    @Test
    void aRequestLineWithTheHostInItIsJudgedAlike() {
        String answer = RawConnection.exchange(
                app,
                "GET http://localhost/api/v2/me?a=b HTTP/1.1|Host: localhost|Accept: text/html|Connection: close||");
        assertThat(answer).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void noRouteOfTheApiDoesAnythingForAClientThatCannotDoWithItsAnswer() {
        Set<String> nothingToSend =
                Set.of("DELETE /api/v2/cities/{id}", "DELETE /api/v2/tokens/{id}", "DELETE /api/v2/imports/{id}");
        List<String> before = imports();
        for (String route : app.routes()) {
            if (route.matches(".* (/api/v[12]|/cities$|/prometheus).*") && !nothingToSend.contains(route)) {
                String path = route.substring(route.indexOf(' ') + 1)
                        .replace("users/{id}", "users/usr_" + "0".repeat(32))
                        .replace("tokens/{id}", "tokens/tok_" + "0".repeat(32))
                        .replace("{id}", "2")
                        .replace("{code}", "FR");
                String method = route.substring(0, route.indexOf(' '));
                String body = method.startsWith("P") ? TAKEN : null;
                String type = path.equals("/api/v2/imports") ? "Content-Type: text/csv" : JSON;
                HttpResponse<String> refused =
                        app.send(method, path, body, ADMIN, "Accept: image/png", type, "If-Match: *");
                assertThat(refused.statusCode()).as(route + refused.body()).isEqualTo(406);
            }
        }
        assertThat(imports()).isEqualTo(before);
    }

    /** Which there are; how they stand may change meanwhile. */
    private List<String> imports() {
        return Pattern.compile("\"id\":[0-9]+")
                .matcher(app.get("/api/v2/imports", EDITOR).body())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "If-Match: \"nope\", 412",
        "If-Match: nope, 412",
        "If-None-Match: *, 412",
        "If-Match: *, 201",
        "If-None-Match: \"nope\", 201"
    })
    void theConditionsOfAnAdditionAreThoseOfTheList(String condition, int status) {
        String plain = "{\"name\":\"a\",\"countryCode\":\"FR\",\"population\":1}";
        HttpResponse<String> answer = app.send("POST", "/api/v2/cities", plain, JSON, EDITOR, condition);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(app.send("POST", "/api/v2/cities", "{}", JSON, EDITOR, condition)
                        .statusCode())
                .isEqualTo(400);
        String old = "{\"name\":\"a\",\"country\":\"FR\",\"population\":1}";
        assertThat(app.send("POST", "/api/v1/cities", old, JSON, EDITOR, condition)
                        .statusCode())
                .isEqualTo(status);
        String token = "{\"name\":\"a\",\"scopes\":[]}";
        assertThat(app.send("POST", "/api/v2/tokens", token, JSON, VIEWER, condition)
                        .statusCode())
                .isEqualTo(status);
        String csv = "name,country,population\nb,FR,1\n";
        assertThat(app.send("POST", "/api/v2/imports?dryRun=true", csv, "Content-Type: text/csv", EDITOR, condition)
                        .statusCode())
                .isEqualTo(status == 201 ? 202 : status);
    }

    @Test
    void aConditionOfAnAdditionIsJudgedBehindAllThatItsBodyTells() {
        String any = "If-None-Match: *";
        assertThat(app.send(
                                "POST",
                                "/api/v2/tokens",
                                "{\"name\":\"a\",\"scopes\":[\"create:cities\"]}",
                                JSON,
                                VIEWER,
                                any)
                        .statusCode())
                .isEqualTo(403);
        String form = "--cut\r\nContent-Disposition: form-data; name=\"%s\r\n\r\nx\r\n--cut--\r\n";
        String file = "file\"; filename=\"a\"\r\nContent-Type: ";
        Map<String, Integer> refusals = Map.of(
                "x\"",
                400,
                file + "application/pdf",
                415,
                file + "text/csv;header=absent",
                400,
                file + "text/csv",
                412);
        refusals.forEach((part, status) -> assertThat(app.send(
                                "POST",
                                "/api/v2/imports?dryRun=true",
                                form.formatted(part),
                                "Content-Type: multipart/form-data; boundary=cut",
                                EDITOR,
                                any)
                        .statusCode())
                .as(part)
                .isEqualTo(status));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, '', create:cities",
        "PUT, /2, update:cities",
        "PATCH, /2, update:cities",
        "DELETE, /2, delete:cities"
    })
    void aMissingPermissionIsNamed(String method, String path, String permission) {
        HttpResponse<String> refused = app.send(method, "/api/v2/cities" + path, "{}", VIEWER, JSON);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains(permission);
        assertThat(header(refused, "WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"" + permission + "\"");
    }

    private void assertRefused(int status, String method, String city, String body, String... headers) {
        HttpResponse<String> response = app.send(method, "/api/v2/cities/" + city, body, headers);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    }
}
