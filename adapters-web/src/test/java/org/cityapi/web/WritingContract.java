package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.MERGE_PATCH;
import static org.cityapi.web.Client.PARIS;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public abstract class WritingContract extends HttpContract {

    private HttpResponse<String> patch(String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = EDITOR;
        all[headers.length + 1] = MERGE_PATCH;
        return app.send("PATCH", "/api/v2/cities/1", body, all);
    }

    @Test
    void anAddedCityIsToldWithItsPlaceAndTag() {
        HttpResponse<String> added = app.add(PARIS.replace("\"FR\"", "\"fr\""));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(header(added, "Location")).isEqualTo("/api/v2/cities/1");
        assertThat(header(added, "Cache-Control")).isEqualTo("no-store");
        assertThat(added.body()).isEqualTo(app.get("/api/v2/cities/1").body()).contains("\"countryCode\":\"FR\"");
        assertThat(header(added, "ETag")).isEqualTo(header(app.get("/api/v2/cities/1"), "ETag"));
    }

    @Test
    void anAnswerCanBeChangedAndPutBack() {
        String tag = app.addParis();
        String read = app.get("/api/v2/cities/1").body();
        HttpResponse<String> same = app.send("PUT", "/api/v2/cities/1", read, EDITOR, JSON, "If-Match: " + tag);
        assertThat(same.body()).isEqualTo(read);
        assertThat(header(same, "ETag")).isEqualTo(tag);
        String renamed = read.replace("Paris", "Lutèce")
                .replace("\"id\":1", "\"id\":7")
                .replace("\"latitude\":48.85341,\"longitude\":2.3488,", "");
        HttpResponse<String> put = app.send("PUT", "/api/v2/cities/1", renamed, EDITOR, JSON, "If-Match: " + tag);
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(put.body()).contains("\"id\":1,\"name\":\"Lutèce\"", "\"latitude\":null", "\"version\":2");
        assertThat(header(put, "ETag"))
                .isEqualTo(header(app.get("/api/v2/cities/1"), "ETag"))
                .isNotEqualTo(tag);
    }

    @Test
    void aPatchChangesWhatItNamesAndNullTakesAway() {
        app.add(PARIS.replace("}", ",\"timezone\":\"Europe/Paris\",\"otherNames\":[\"Lutetia\",\"巴黎\"]}"));
        assertThat(patch("{\"population\":1,\"timezone\":null}", "If-Match: *").body())
                .contains("\"population\":1,\"latitude\":48.85341", "\"timezone\":null", "[\"Lutetia\",\"巴黎\"]");
        assertThat(patch("{\"otherNames\":[\"P\"]}", "If-Match: *").body()).contains("\"otherNames\":[\"P\"]");
        assertThat(patch("{\"latitude\":null,\"longitude\":null,\"otherNames\":null}", "If-Match: *")
                        .body())
                .contains("\"latitude\":null,\"longitude\":null", "\"otherNames\":[]", "\"version\":4");
        assertThat(patch("{\"latitude\":null}", "If-Match: *").body()).contains("\"version\":4");
        assertThat(patch("{\"latitude\":1}", "If-Match: *").body()).contains("\"field\":\"longitude\"", "incomplete");
        assertThat(patch("{\"name\":null}", "If-Match: *").body()).contains("\"field\":\"name\"", "\"required\"");
        assertThat(app.send("PATCH", "/api/v2/cities/1", "{}", EDITOR, JSON, "If-Match: *")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aWriteSaysWhichVersionItChanges(String method) {
        String tag = app.addParis();
        patch("{\"population\":5}", "If-Match: " + tag);
        HttpResponse<String> silent = app.send(method, "/api/v2/cities/1", PARIS, EDITOR, JSON);
        assertThat(silent.statusCode()).isEqualTo(428);
        assertThat(silent.body()).contains("Read the city, then send the ETag of the answer as If-Match");
        for (String wrong : new String[] {tag, "W/\"1.2.en\"", "\"2.2.en\"", "\"1.3.en\"", "nonsense", "\"*\""}) {
            HttpResponse<String> stale =
                    app.send(method, "/api/v2/cities/1", PARIS, EDITOR, JSON, "If-Match: " + wrong);
            assertThat(stale.statusCode()).as(wrong).isEqualTo(412);
            assertThat(stale.body()).contains("\"current\":{\"id\":1", "\"population\":5", "\"version\":2");
            assertThat(header(stale, "ETag")).isEqualTo(header(app.get("/api/v2/cities/1"), "ETag"));
        }
        assertThat(app.send(method, "/api/v2/cities/1", PARIS, EDITOR, JSON, "If-Match: \"x\", \"1.2.fr\"")
                        .statusCode())
                .isBetween(200, 204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aTagMustBeSpelledAsItWasSent(String method) {
        app.addParis();
        for (String never : new String[] {
            "\"01.1.en\"",
            "\"1.01.en\"",
            "\"1.1.de\"",
            "\"1.1.EN\"",
            "\"1.1\"",
            "1.1.en",
            "",
            "*, \"x\"",
            ", *",
            "x\"1.1.en\"",
            "\"1.1.en\" \"1.1.fr\"",
            "\"1.1.en\";"
        }) {
            HttpResponse<String> refused =
                    app.send(method, "/api/v2/cities/1", PARIS, EDITOR, JSON, "If-Match: " + never);
            assertThat(refused.statusCode()).as(never).isEqualTo(412);
            assertThat(refused.body()).contains("The present version of the city, 1, is not one that If-Match");
        }
        assertThat(app.send(method, "/api/v2/cities/1", PARIS, EDITOR, JSON, "If-Match: *", "If-Match: \"x\"")
                        .statusCode())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "*/*;q=0"})
    void aDeletionSendsNothingThatCouldBeUnwelcome(String accept) {
        app.addParis();
        HttpResponse<String> none = app.send("DELETE", "/api/v2/cities/1", null, EDITOR, "Accept: " + accept);
        assertThat(none.statusCode()).isEqualTo(428);
        assertThat(app.send("DELETE", "/api/v2/cities/1", null, EDITOR, "If-Match: *", "Accept: " + accept)
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void emptyElementsOfAListOfTagsCountNothing(String method) {
        String tag = app.addParis();
        assertThat(app.send(method, "/api/v2/cities/1", PARIS, EDITOR, JSON, "If-Match: , " + tag + ",")
                        .statusCode())
                .isBetween(200, 204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT    | v2
            PATCH  | v2
            DELETE | v2
            PUT    | v1
            DELETE | v1
            """)
    void aWriteHeedsTheVersionsThatItRulesOut(String method, String version) {
        String tag = app.addParis();
        String path = "/api/" + version + "/cities/1";
        String body = version.equals("v2") ? PARIS : "{\"name\":\"a\",\"population\":1,\"country\":\"FR\"}";
        for (String unwanted : new String[] {"*", tag, "W/" + tag, "\"x\", \"1.1.v1\""}) {
            HttpResponse<String> refused =
                    app.send(method, path, body, EDITOR, JSON, "If-Match: *", "If-None-Match: " + unwanted);
            assertThat(refused.statusCode()).as(unwanted).isEqualTo(412);
            assertThat(header(refused, "ETag")).isEqualTo(header(app.get(path), "ETag"));
        }
        assertThat(app.send(method, path, body, EDITOR, JSON, "If-None-Match: *")
                        .statusCode())
                .isEqualTo(version.equals("v2") ? 428 : 412);
        assertThat(app.send(method, path, body, EDITOR, JSON, "If-Match: *", "If-None-Match: \"1.2.en\"")
                        .statusCode())
                .isBetween(200, 204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aStarOverwritesWhateverIsThere(String method) {
        app.addParis();
        assertThat(app.send(method, "/api/v2/cities/1", PARIS, EDITOR, JSON, "If-Match: *")
                        .statusCode())
                .isEqualTo(method.equals("DELETE") ? 204 : 200);
    }

    @Test
    void writingBackAnUnchangedCityChangesNothing() {
        String tag = app.addParis();
        String read = app.get("/api/v2/cities/1").body();
        assertThat(patch("{\"population\":2148000.0}", "If-Match: " + tag).body())
                .isEqualTo(read);
        assertThat(header(patch("{}", "If-Match: *"), "ETag")).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "FR"     | "fr"
            "Paris"  | " Paris "
            48.85341 | 48.853411111
            """)
    void aPutThatIsStoredOtherwiseThanSentCarriesNoTag(String exact, String other) {
        app.addParis();
        HttpResponse<String> put =
                app.send("PUT", "/api/v2/cities/1", PARIS.replace(exact, other), EDITOR, JSON, "If-Match: *");
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(header(put, "ETag")).isEmpty();
        HttpResponse<String> same = app.send("PUT", "/api/v2/cities/1", PARIS, EDITOR, JSON, "If-Match: *");
        assertThat(header(same, "ETag")).isNotEmpty();
    }

    @Test
    void aGeonameIdThatAnotherCityHasIsAConflict() {
        app.add(PARIS.replace("}", ",\"geonameId\":2988507}"));
        app.addParis();
        HttpResponse<String> taken = app.add(PARIS.replace("}", ",\"geonameId\":2988507}"));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("geonameId 2988507");
    }
}
