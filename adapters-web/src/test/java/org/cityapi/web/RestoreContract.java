package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.MERGE_PATCH;
import static org.cityapi.web.Client.PARIS;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/v2/cities/{id}/restore} does what the contract says (section 5). */
public abstract class RestoreContract extends HttpContract {

    private static final String CITY = "/api/v2/cities/1";

    private HttpResponse<String> restore(long version, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = EDITOR;
        all[headers.length + 1] = JSON;
        return app.send("POST", CITY + "/restore", "{\"version\":" + version + "}", all);
    }

    private void patch(String body) {
        assertThat(app.send("PATCH", CITY, body, EDITOR, MERGE_PATCH, "If-Match: *")
                        .statusCode())
                .isEqualTo(200);
    }

    private void delete() {
        assertThat(app.send("DELETE", CITY, null, EDITOR, "If-Match: *").statusCode())
                .isEqualTo(204);
    }

    @Test
    void anOldStateComesBackAsTheNextVersion() {
        app.addParis();
        patch("{\"population\":5,\"name\":\"Lutetia\"}");
        patch("{\"population\":6}");
        HttpResponse<String> restored = restore(1);
        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);
        assertThat(restored.body())
                .contains("\"name\":\"Paris\"", "\"population\":2148000", "\"version\":4")
                .isEqualTo(app.get(CITY).body());
        assertThat(header(restored, "ETag")).isEqualTo("\"1.4.en\"");
        assertThat(header(restored, "Cache-Control")).isEqualTo("no-store");
        assertThat(restore(2).body()).contains("\"name\":\"Lutetia\",", "\"population\":5,", "\"version\":5");
        assertThat(app.get(CITY + "/history?limit=1", EDITOR).body())
                .contains("\"version\":5,\"action\":\"restore\"", "\"population\":{\"from\":2148000,\"to\":5}");
    }

    @Test
    void aDeletedCityComesBackUnderItsIdAsItWasMade() {
        app.addParis();
        String first = app.get(CITY).body();
        patch("{\"population\":5}");
        delete();
        assertThat(app.get(CITY).statusCode()).isEqualTo(410);
        HttpResponse<String> restored = restore(1);
        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);
        assertThat(restored.body().replaceAll("\"updatedAt\".*", ""))
                .isEqualTo(first.replaceAll("\"updatedAt\".*", ""))
                .contains("\"createdBy\":\"" + Callers.userId(app, EDITOR) + "\"");
        assertThat(restored.body()).contains("\"version\":4}");
        assertThat(app.get(CITY).body()).isEqualTo(restored.body());
        delete();
        assertThat(restore(2).body()).contains("\"population\":5,", "\"version\":6}");
        assertThat(app.get("/api/v2/cities").body()).contains("\"id\":1,");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aStateThatIsThereAlreadyStaysAsItIs(long version) {
        app.addParis();
        patch("{\"population\":5}");
        if (version == 1) {
            patch("{\"population\":2148000}");
        }
        String present = app.get(CITY).body();
        assertThat(restore(version).body()).isEqualTo(present);
        assertThat(app.get(CITY).body()).isEqualTo(present);
    }

    @ParameterizedTest
    @CsvSource({"2, no state of version 2", "3, no state of version 3", "9223372036854775807, version 922"})
    void aVersionThatHasNoStateIsNotFound(long version, String named) {
        app.addParis();
        delete();
        HttpResponse<String> refused = restore(version);
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains(named);
        assertThat(app.get(CITY).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\":null}",
                "{\"version\":\"1\"}",
                "{\"version\":0}",
                "{\"version\":-1}",
                "{\"version\":1.5}",
                "{\"version\":0.0}",
                "{\"version\":1e-999999999}",
                "{\"version\":10e2147483647}",
                "{\"version\":1e99}",
                "{\"version\":9223372036854775808}",
                "{\"version\":true}",
                "{\"version\":1,\"version\":1}"
            })
    void aVersionThatCanBeNoneIsABadRequest(String body) {
        app.addParis();
        HttpResponse<String> refused = app.send("POST", CITY + "/restore", body, EDITOR, JSON);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"version\"");
        assertThat(app.send("POST", CITY + "/restore", "{\"version\":1,\"x\":1}", EDITOR, JSON)
                        .body())
                .contains("\"field\":\"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "10e-1", "1.00000", "0.1e1"})
    void aWholeNumberMayHaveDecimalsThatAreNone(String version) {
        app.addParis();
        patch("{\"population\":5.0}");
        HttpResponse<String> restored =
                app.send("POST", CITY + "/restore", "{\"version\":" + version + "}", EDITOR, JSON);
        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);
        assertThat(restored.body()).contains("\"population\":2148000", "\"version\":3}");
    }

    @Test
    void oneRefusalAfterTheOther() {
        app.addParis();
        patch("{\"population\":5}");
        assertThat(app.send("POST", CITY + "/restore?x=1", "{", "Content-Type: text/plain")
                        .statusCode())
                .isEqualTo(401);
        assertThat(app.send("POST", CITY + "/restore?x=1", "{", "Content-Type: text/plain", VIEWER)
                        .statusCode())
                .isEqualTo(403);
        assertThat(app.send("POST", CITY + "/restore?x=1", "{", "Content-Type: text/plain", EDITOR)
                        .statusCode())
                .isEqualTo(415);
        assertThat(app.send("POST", CITY + "/restore?x=1", "{\"version\":1}", EDITOR, JSON)
                        .statusCode())
                .isEqualTo(400);
        assertThat(app.send("POST", "/api/v2/cities/9/restore", "{\"version\":1}", EDITOR, JSON)
                        .body())
                .contains("no city 9");
        assertThat(restore(1, "If-Match: \"1.1.en\"").statusCode()).isEqualTo(412);
        assertThat(restore(1, "If-Match: \"1.2.en\"").statusCode()).isEqualTo(200);
        delete();
        for (String tag : new String[] {"\"1.1.en\"", "\"1.3.en\"", "*"}) {
            HttpResponse<String> refused = restore(1, "If-Match: " + tag);
            assertThat(refused.statusCode()).as(tag).isEqualTo(412);
            assertThat(refused.body()).contains("The city was deleted").doesNotContain("\"current\"");
        }
        assertThat(restore(9, "If-Match: *").statusCode()).isEqualTo(404);
        assertThat(restore(1, "If-None-Match: *").statusCode()).isEqualTo(200);
    }

    @Test
    void aGeonameIdThatAnotherCityHasByNowIsAConflict() {
        String named = PARIS.replace("}", ",\"geonameId\":7}");
        app.add(named);
        patch("{\"geonameId\":null}");
        app.add(named);
        assertThat(restore(1).statusCode()).isEqualTo(409);
        delete();
        assertThat(restore(1).statusCode()).isEqualTo(409);
        assertThat(restore(2).statusCode()).isEqualTo(200);
    }
}
