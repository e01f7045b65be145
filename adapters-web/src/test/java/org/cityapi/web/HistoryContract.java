package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.MERGE_PATCH;
import static org.cityapi.web.Client.PARIS;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /api/v2/cities/{id}/history} does what the contract says (section 5). */
public abstract class HistoryContract extends HttpContract {

    private static final String PATH = "/api/v2/cities/1/history";
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+),\"action\"");
    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

    private void populate(long population) {
        assertThat(app.send(
                                "PATCH",
                                "/api/v2/cities/1",
                                "{\"population\":" + population + "}",
                                EDITOR,
                                MERGE_PATCH,
                                "If-Match: *")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyChangeIsToldNewestFirstAlsoOfADeletedCity() {
        app.add(PARIS.replace("}", ",\"otherNames\":[\"Lutetia\"]}"));
        app.send(
                "PATCH",
                "/api/v2/cities/1",
                "{\"population\":5,\"timezone\":\"Europe/Paris\",\"otherNames\":[]}",
                EDITOR,
                MERGE_PATCH,
                "If-Match: *");
        app.send("DELETE", "/api/v2/cities/1", null, EDITOR, "If-Match: *");
        HttpResponse<String> history = app.get(PATH, EDITOR);
        assertThat(history.statusCode()).as(history.body()).isEqualTo(200);
        String editor = Callers.userId(app, EDITOR);
        String at = "\"at\":\"[-0-9T:.]+Z\",\"by\":\\{\"id\":\"" + editor + "\",\"name\":\"[^\"]+\"},\"via\":\"api\",";
        assertThat(history.body().replace(" ", ""))
                .matches("\\{\"items\":\\[\\{\"sequence\":3,\"version\":3,\"action\":\"delete\"," + at
                        + "\"changes\":\\{\"name\":\\{\"from\":\"Paris\",\"to\":null},.*}},"
                        + "\\{\"sequence\":2,\"version\":2,\"action\":\"update\"," + at
                        + "\"changes\":\\{\"population\":\\{\"from\":2148000,\"to\":5},"
                        + "\"timezone\":\\{\"from\":null,\"to\":\"Europe/Paris\"},"
                        + "\"otherNames\":\\{\"from\":\\[\"Lutetia\"],\"to\":\\[]}}},"
                        + "\\{\"sequence\":1,\"version\":1,\"action\":\"create\"," + at
                        + "\"changes\":\\{\"name\":\\{\"from\":null,\"to\":\"Paris\"},"
                        + "\"countryCode\":\\{\"from\":null,\"to\":\"FR\"},"
                        + "\"population\":\\{\"from\":null,\"to\":2148000},"
                        + "\"latitude\":\\{\"from\":null,\"to\":48.85341},"
                        + "\"longitude\":\\{\"from\":null,\"to\":2.3488},"
                        + "\"otherNames\":\\{\"from\":\\[],\"to\":\\[\"Lutetia\"]}}}],\"nextCursor\":null}");
        assertThat(header(history, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aWriteThatChangesNothingIsNoHistory() {
        app.addParis();
        populate(2_148_000);
        assertThat(versions(app.get(PATH, EDITOR).body())).containsExactly(1);
    }

    @Test
    void pagesGoOnWhereTheLastEndedWhateverIsWrittenMeanwhile() {
        app.addParis();
        for (int i = 1; i < 7; i++) {
            populate(i);
        }
        List<Integer> seen = new ArrayList<>();
        String path = PATH + "?limit=3";
        while (path != null) {
            HttpResponse<String> page = app.get(path, EDITOR);
            List<Integer> versions = versions(page.body());
            assertThat(versions).hasSizeLessThanOrEqualTo(3);
            seen.addAll(versions);
            Matcher cursor = CURSOR.matcher(page.body());
            path = cursor.find() ? PATH + "?limit=3&cursor=" + cursor.group(1) : null;
            String first = "<" + PATH + "?limit=3>; rel=\"first\"";
            assertThat(header(page, "Link")).isEqualTo(path == null ? first : first + ", <" + path + ">; rel=\"next\"");
            populate(100 + seen.size());
        }
        assertThat(seen).containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void aCursorIsGoodForTheHistoryOfItsCityAlone() {
        app.addParis();
        app.addParis();
        populate(1);
        Matcher cursor = CURSOR.matcher(app.get(PATH + "?limit=1", EDITOR).body());
        assertThat(cursor.find()).isTrue();
        String query = "history?limit=1&cursor=" + cursor.group(1);
        assertThat(app.get("/api/v2/cities/1/" + query, EDITOR).statusCode()).isEqualTo(200);
        assertThat(app.get("/api/v2/cities/2/" + query, EDITOR).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "401, 1, X: 1, 9?limit=0",
        "403, read:history, Authorization: viewer, 9?limit=0",
        "400, limit, Authorization: editor, 9?limit=0",
        "400, limit, Authorization: editor, 1?limit=201",
        "400, limit, Authorization: editor, 1?limit=x",
        "400, cursor, Authorization: editor, 1?cursor=x",
        "400, cursor, Authorization: editor, 1?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "400, sort, Authorization: editor, 1?sort=name",
        "404, no city 9, Authorization: editor, 9",
        "404, no city 9223372036854775807, Authorization: editor, 99999999999999999999",
        "404, /api/v2/cities/0/history, Authorization: editor, 0",
    })
    void whatIsWrongIsNamed(int status, String named, String caller, String city) {
        app.addParis();
        int query = city.indexOf('?');
        String path = query < 0 ? city + "/history" : city.substring(0, query) + "/history" + city.substring(query);
        HttpResponse<String> refused = app.get("/api/v2/cities/" + path, caller);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).contains(named);
        assertThat(app.get(PATH, VIEWER).statusCode()).isEqualTo(403);
    }

    private static List<Integer> versions(String body) {
        return VERSION.matcher(body)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }
}
