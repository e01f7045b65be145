package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.ADMIN;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.MERGE_PATCH;
import static org.cityapi.web.Client.PARIS;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators see the users, give them roles and keep them out. */
public abstract class UsersContract extends HttpContract {

    private static final Pattern ID = Pattern.compile("usr_[0-9a-f]{32}");

    /** A user with the stored role of a viewer, and none beside him until they ask who they are. */
    private String viewer;

    private String token;

    @BeforeEach
    void remember() {
        viewer = Callers.userId(app, VIEWER);
        token = Callers.bearer(Callers.makeToken(app, VIEWER));
    }

    private HttpResponse<String> patch(String body, String... headers) {
        return patchOf(viewer, body, headers);
    }

    private HttpResponse<String> patchOf(String id, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = ADMIN;
        all[headers.length + 1] = MERGE_PATCH;
        return app.send("PATCH", "/api/v2/users/" + id, body, all);
    }

    private HttpResponse<String> read(String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = ADMIN;
        return app.get("/api/v2/users/" + viewer, all);
    }

    private static List<String> ids(HttpResponse<String> page) {
        return ID.matcher(page.body()).results().map(MatchResult::group).toList();
    }

    @Test
    void aUserIsToldInFull() {
        assertThat(read().body())
                .matches("\\{\"id\":\"" + viewer + "\",\"name\":\"[^\"]+\",\"email\":(?:null|\"[^\"]+\"),"
                        + "\"issuer\":\"http[^\"]+\",\"subject\":\"[^\"]+\",\"role\":\"viewer\",\"permissions\":\\[],"
                        + "\"disabled\":false,\"signedInAt\":null}");
        assertThat(header(read(), "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void usersAreListedPageByPage() {
        Callers.makeToken(app, EDITOR);
        Callers.makeToken(app, ADMIN);
        HttpResponse<String> all = app.get("/api/v2/users", ADMIN);
        assertThat(ids(all)).hasSize(3).contains(viewer).isSorted();
        assertThat(all.body())
                .startsWith("{\"items\":[{")
                .contains(read().body())
                .endsWith("\"nextCursor\":null}");
        assertThat(header(all, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(all, "Link")).isEqualTo("</api/v2/users>; rel=\"first\"");
        HttpResponse<String> first = app.get("/api/v2/users?limit=2", ADMIN);
        String links = header(first, "Link");
        assertThat(links).startsWith("</api/v2/users?limit=2>; rel=\"first\", ").endsWith("; rel=\"next\"");
        HttpResponse<String> second =
                app.get(links.substring(links.lastIndexOf('<') + 1, links.lastIndexOf('>')), ADMIN);
        assertThat(second.body()).endsWith("\"nextCursor\":null}");
        assertThat(ids(first)).hasSize(2).isEqualTo(ids(all).subList(0, 2));
        assertThat(ids(second)).isEqualTo(ids(all).subList(2, 3));
        assertThat(ids(app.get("/api/v2/users?limit=3", ADMIN))).hasSize(3);
        assertThat(app.get("/api/v2/users?limit=3", ADMIN).body()).endsWith("\"nextCursor\":null}");
    }

    @Test
    void aCursorIsGoodForItsListingAlone() {
        Callers.makeToken(app, EDITOR);
        app.addParis();
        app.addParis();
        String ofUsers = cursor(app.get("/api/v2/users?limit=1", ADMIN));
        String ofCities = cursor(app.get("/api/v2/cities?limit=1"));
        assertThat(app.get("/api/v2/users?cursor=" + ofUsers, ADMIN).statusCode())
                .isEqualTo(200);
        for (String path : List.of(
                "users?cursor=" + ofCities, "cities?cursor=" + ofUsers, "users?cursor=A" + ofUsers, "users?cursor=")) {
            HttpResponse<String> refused = app.get("/api/v2/" + path, ADMIN);
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
            assertThat(refused.body()).contains("\"field\":\"cursor\"", "\"code\":\"cursor\"");
        }
    }

    private static String cursor(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*\"nextCursor\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void aRoleCountsAtOnce() {
        assertThat(patch("{\"role\":\"editor\"}").body())
                .contains("\"role\":\"editor\",\"permissions\":[\"create:cities\",", "\"disabled\":false");
        assertThat(app.get("/api/v2/me", VIEWER).body()).contains("\"role\":\"editor\"", "create:cities");
        assertThat(app.send("POST", "/api/v2/cities", PARIS, VIEWER, JSON).statusCode())
                .isEqualTo(201);
        assertThat(patch("{\"role\":\"viewer\"}").statusCode()).isEqualTo(200);
        assertThat(app.send("POST", "/api/v2/cities", PARIS, VIEWER, JSON).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsDisabledIsKeptOutWhateverHeShows() {
        HttpResponse<String> disabled = patch("{\"disabled\":true}");
        assertThat(disabled.statusCode()).isEqualTo(200);
        assertThat(disabled.body()).contains("\"role\":\"viewer\"", "\"disabled\":true");
        for (String proof : List.of(VIEWER, token)) {
            HttpResponse<String> refused = app.get("/api/v2/me", proof);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(header(refused, "WWW-Authenticate"))
                    .startsWith("Bearer error=\"invalid_token\"")
                    .contains("disabled");
        }
        patch("{\"disabled\":false}");
        assertThat(app.get("/api/v2/me", VIEWER).statusCode()).isEqualTo(200);
        assertThat(app.get("/api/v2/me", token).statusCode()).isEqualTo(200);
    }

    @Test
    void whoOnlyAskedWhoHeIsCanBeDisabled() {
        String editor = Callers.userId(app, EDITOR);
        assertThat(patchOf(editor, "{\"disabled\":true}").statusCode()).isEqualTo(200);
        assertThat(app.get("/api/v2/me", EDITOR).statusCode()).isEqualTo(401);
    }

    @Test
    void anAnswerCanBeChangedAndSentBack() {
        HttpResponse<String> read = read();
        HttpResponse<String> same = patch(read.body());
        assertThat(same.body()).isEqualTo(read.body());
        assertThat(header(same, "ETag")).isEqualTo(header(read, "ETag"));
        HttpResponse<String> changed = patch(read.body()
                .replace("\"role\":\"viewer\"", "\"role\":\"editor\"")
                .replace("\"name\":\"", "\"name\":\"x"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.body()).contains("\"role\":\"editor\"").doesNotContain("\"name\":\"x");
        assertThat(app.send("PATCH", "/api/v2/users/" + viewer, "{}", ADMIN, JSON)
                        .body())
                .isEqualTo(changed.body());
    }

    @Test
    void aTagTellsOneStateOfAUserFromAnother() {
        String tag = header(read(), "ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        HttpResponse<String> known = read("If-None-Match: " + tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(header(known, "ETag")).isEqualTo(tag);
        assertThat(read("If-Match: \"other\"").statusCode()).isEqualTo(412);
        HttpResponse<String> changed = patch("{\"role\":\"editor\"}", "If-Match: " + tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(header(changed, "ETag")).isNotEqualTo(tag).isEqualTo(header(read(), "ETag"));
        assertThat(read("If-None-Match: " + tag).statusCode()).isEqualTo(200);
        for (String stale : List.of("If-Match: " + tag, "If-Match: W/" + header(changed, "ETag"), "If-None-Match: *")) {
            HttpResponse<String> refused = patch("{\"role\":\"viewer\"}", stale);
            assertThat(refused.statusCode()).as(stale).isEqualTo(412);
            assertThat(refused.body())
                    .contains("\"current\":" + changed.body(), "no longer as the tag in If-Match says");
            assertThat(header(refused, "ETag")).isEqualTo(header(changed, "ETag"));
        }
        assertThat(patch("{\"role\":\"viewer\"}", "If-Match: *").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyTakesHisOwnRightsAway() {
        String admin = Callers.userId(app, ADMIN);
        patch("{\"role\":\"admin\"}");
        for (String body : List.of("{\"disabled\":true}", "{\"role\":\"viewer\"}")) {
            patchOf(admin, "{\"role\":\"admin\"}");
            HttpResponse<String> refused = patchOf(admin, body);
            assertThat(refused.statusCode()).as(body).isEqualTo(409);
            assertThat(refused.body()).contains("takes his own rights away", "/problems/conflict");
        }
        assertThat(app.get("/api/v2/me", ADMIN).body()).contains("\"role\":\"admin\"");
    }

    @Test
    void theLastAdministratorStaysOne() {
        patch("{\"role\":\"admin\"}");
        for (String body : List.of("{\"role\":\"viewer\"}", "{\"disabled\":true}")) {
            HttpResponse<String> refused =
                    app.send("PATCH", "/api/v2/users/" + Callers.userId(app, VIEWER), body, VIEWER, MERGE_PATCH);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("Nobody would be left who may manage users", "/problems/conflict");
        }
        assertThat(app.get("/api/v2/me", VIEWER).body()).contains("\"role\":\"admin\"");
        // Whom his provider lets manage users is left himself.
        assertThat(patch("{\"role\":\"editor\"}").statusCode()).isEqualTo(200);
        patch("{\"role\":\"admin\"}");
        Callers.makeToken(app, EDITOR);
        patchOf(Callers.userId(app, EDITOR), "{\"role\":\"admin\"}");
        assertThat(patch("{\"role\":\"viewer\"}").statusCode()).isEqualTo(200);
    }
}
