package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.header;
import static org.cityapi.web.ListingContract.ids;
import static org.cityapi.web.ListingContract.link;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of which cities come, go or change. */
public abstract class ChangingListContract extends HttpContract {

    private static final String CITIES = "/api/v2/cities";

    @BeforeEach
    void fill() {
        ListingContract.fill(app);
    }

    @Test
    void aPageHasTwentyCitiesUnlessMoreAreAskedFor() {
        for (int i = 0; i < 194; i++) {
            app.add("{\"name\":\"C\",\"countryCode\":\"FR\",\"population\":1}");
        }
        assertThat(ids(app.get(CITIES))).hasSize(20);
        assertThat(ids(app.get(CITIES + "?limit=200"))).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createdAt", "updatedAt"})
    void timesAreSortedInBothDirections(String field) throws InterruptedException {
        Thread.sleep(5);
        app.send("PATCH", CITIES + "/2", "{\"population\":9}", EDITOR, Client.JSON, "If-Match: *");
        app.add("{\"name\":\"C\",\"countryCode\":\"FR\",\"population\":1}");
        Pattern time = Pattern.compile("\"" + field + "\":\"([^\"]*)\"");
        // As times: a text of them is shorter where a second is full.
        List<Instant> up = time.matcher(app.get(CITIES + "?sort=" + field).body())
                .results()
                .map(found -> Instant.parse(found.group(1)))
                .toList();
        List<Instant> down = time.matcher(app.get(CITIES + "?sort=-" + field).body())
                .results()
                .map(found -> Instant.parse(found.group(1)))
                .toList();
        assertThat(up).hasSize(8).isSorted();
        assertThat(down).isSortedAccordingTo(Comparator.reverseOrder()).containsExactlyInAnyOrderElementsOf(up);
        assertThat(down.get(0)).isAfter(up.get(0));
    }

    @Test
    void anEmptyPageBehindDeletedCitiesLeadsBack() {
        HttpResponse<String> first = app.get(CITIES + "?sort=id&limit=5");
        for (String id : new String[] {"6", "7"}) {
            app.send("DELETE", CITIES + "/" + id, null, EDITOR, "If-Match: *");
        }
        HttpResponse<String> empty = app.get(link(first, "next"));
        assertThat(empty.body()).startsWith("{\"items\":[],\"nextCursor\":null,\"prevCursor\":\"");
        HttpResponse<String> back = app.get(link(empty, "prev"));
        assertThat(ids(back)).isEqualTo(ids(first));
        assertThat(link(back, "next")).isNull();
    }

    @Test
    void aPageHasATagThatChangesWithIt() {
        HttpResponse<String> page = app.get(CITIES + "?limit=2");
        String tag = header(page, "ETag");
        assertThat(header(page, "Vary")).isEqualTo("Accept-Language, Accept, Accept-Encoding");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        HttpResponse<String> known = app.get(CITIES + "?limit=2", "If-None-Match: W/" + tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(header(known, "ETag")).isEqualTo(tag);
        assertThat(header(app.get(CITIES + "?limit=2", "Accept-Language: fr"), "ETag"))
                .isNotEqualTo(tag);
        app.send("PATCH", CITIES + "/7", "{\"name\":\"D\"}", EDITOR, Client.JSON, "If-Match: *");
        assertThat(app.get(CITIES + "?limit=2", "If-None-Match: " + tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageThatGetsANeighbourIsAnotherPage() {
        String tag = header(app.get(CITIES + "?limit=7"), "ETag");
        app.add("{\"name\":\"C\",\"countryCode\":\"FR\",\"population\":0}");
        assertThat(app.get(CITIES + "?limit=7", "If-None-Match: " + tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theFieldsAskedForNeverChangeTheTagOfACity() {
        String tag = header(app.get(CITIES + "/1"), "ETag");
        app.get(CITIES + "?fields=id&limit=1");
        assertThat(header(app.get(CITIES + "/1"), "ETag")).isEqualTo(tag);
        HttpResponse<String> changed =
                app.send("PATCH", CITIES + "/1", "{\"population\":1}", Client.EDITOR, Client.JSON, "If-Match: " + tag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(app.get(CITIES + "?fields=id,version&limit=1&sort=id").body())
                .startsWith("{\"items\":[{\"id\":1,\"version\":2}],");
    }
}
