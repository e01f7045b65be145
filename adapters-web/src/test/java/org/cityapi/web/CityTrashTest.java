package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a city is deleted on the pages, and comes back. */
class CityTrashTest extends CityPagesOnMemory {

    @Test
    void aDeletedCityWaitsInTheTrash() {
        assertThat(page("/trash", editor).body()).contains("Nothing was deleted");
        String path = add();
        String id = id(path);
        assertThat(header(post(path + "/delete", editor, "version", "9"), "Location"))
                .isEqualTo(path + "?stale");
        assertThat(page(path + "?stale", editor).body()).contains("Somebody else has changed this city meanwhile");
        HttpResponse<String> deleted = post(path + "/delete", editor, "version", "1");
        assertThat(header(deleted, "Location")).isEqualTo("/cities?deleted=" + id + "-1");
        assertThat(page("/cities?deleted=" + id + "-1", editor).body()).contains("The city is deleted.", "Undo");
        assertThat(page(path).statusCode()).isEqualTo(410);
        assertThat(page("/trash", editor).body()).contains("Nice", "Restore Nice", "342,669");
        HttpResponse<String> back = post(path + "/restore", editor, "version", "1");
        assertThat(header(back, "Location")).isEqualTo(path + "?restored=3");
        assertThat(page(path + "?restored=3", editor).body())
                .contains("The city is back.")
                .doesNotContain("Undo");
        for (HttpResponse<String> same :
                List.of(change(path, "3", "Nice", "342669"), post(path + "/restore", editor, "version", "1"))) {
            assertThat(header(same, "Location")).isEqualTo(path + "?unchanged=3");
        }
        for (String other : List.of("", "=", "=2")) {
            assertThat(page(path + "?unchanged" + other, editor).body()).doesNotContain("Nothing was different");
        }
        assertThat(page(path + "?unchanged=3", editor).body())
                .contains("Nothing was different")
                .doesNotContain("Undo");
        assertThat(page(path + "?restored=2", editor).body()).doesNotContain("The city is back.");
        assertThat(page(path).statusCode()).isEqualTo(200);
        assertThat(page("/trash", editor).body()).contains("Nothing was deleted");
    }

    @Test
    void whoDeletesComesBackToHisList() {
        String path = add();
        String id = id(path);
        String site = "http://localhost:" + register.port();
        String list = "/cities?q=nice&country=FR";
        String hidden = "name=\"back\" value=\"/cities?q=nice&amp;country=FR\"";
        String city =
                page(path, editor, "Referer: " + site + list + "&deleted=1-1").body();
        assertThat(city).contains(hidden + ">\n      <button class=\"button danger\"");
        for (String other : new String[] {"https://evil.test" + list, site + "/activity?q=x", site + "//evil.test"}) {
            assertThat(page(path, editor, "Referer: " + other).body())
                    .as(other)
                    .doesNotContain("name=\"back\" value=\"/cities?", "evil.test");
        }
        HttpResponse<String> stale = post(path + "/delete", editor, "version", "9", "back", list);
        assertThat(header(stale, "Location")).isEqualTo(path + "?stale&back=%2Fcities%3Fq%3Dnice%26country%3DFR");
        assertThat(page(header(stale, "Location"), editor).body()).contains(hidden);
        HttpResponse<String> late = post(path + "/restore", editor, "version", "1", "expected", "9", "back", list);
        assertThat(header(late, "Location")).isEqualTo(header(stale, "Location"));
        HttpResponse<String> deleted = post(path + "/delete", editor, "version", "1", "back", list);
        assertThat(header(deleted, "Location")).isEqualTo(list + "&deleted=" + id + "-1");
        assertThat(page(header(deleted, "Location"), editor).body()).contains("The city is deleted.", hidden);
        HttpResponse<String> undone = post(path + "/restore", editor, "version", "1", "back", list);
        assertThat(header(undone, "Location")).isEqualTo(list + "&restored=" + id);
        assertThat(page(header(undone, "Location"), editor).body())
                .contains("The city is back.", "Nice", "href=\"" + path + "\"");
        assertThat(page("/cities?restored=999999", editor).body()).doesNotContain("The city is back.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.test", "https://evil.test/cities", "/cities\r\nSet-Cookie: a=b", "/citiesx", "/login"})
    void whoDeletesIsLedNowhereElse(String back) {
        String path = add();
        assertThat(header(post(path + "/delete", editor, "version", "1", "back", back), "Location"))
                .startsWith("/cities?deleted=");
        assertThat(header(post(path + "/restore", editor, "version", "1", "back", back), "Location"))
                .startsWith(path + "?restored=");
    }

    @Test
    void aDeletedCityIsNoDeadEnd() {
        String path = add("geonameId", "999");
        post(path + "/delete", editor, "version", "1");
        assertThat(page(path, editor).body())
                .contains("to be restored", "Your account")
                .doesNotContain("Sign in");
        assertThat(page(path).body()).contains("Sign in, or go to your account").doesNotContain("to be restored");
        assertThat(page("/nowhere", editor).body()).doesNotContain("to be restored");
        post("/cities", editor, "name", "Other", "countryCode", "DE", "population", "1", "geonameId", "999");
        HttpResponse<String> refused = post(path + "/restore", editor, "version", "1");
        assertThat(refused.statusCode()).isEqualTo(409);
        String withTrash = "<p><a href=\"/trash\"";
        assertThat(refused.body())
                .contains("This state has the GeoNames number 999, which another city has", withTrash);
        String withoutHistory = signIn("updater", Set.of(Permission.UPDATE_CITIES));
        assertThat(post(path + "/restore", withoutHistory, "version", "1").body())
                .contains("<p><a href=\"/cities\"");
    }

    @Test
    void aStateThatCannotComeBackLeadsToItsCity() {
        String path = add("geonameId", "999");
        assertThat(header(change(path, "1", "Nice", "342669"), "Location")).isEqualTo(path + "?saved=2");
        String other = header(
                        post(
                                "/cities",
                                editor,
                                "name",
                                "Other",
                                "countryCode",
                                "DE",
                                "population",
                                "1",
                                "geonameId",
                                "999"),
                        "Location")
                .replace("?added", "");
        HttpResponse<String> refused = post(path + "/restore", editor, "version", "1");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("The city that has it: <a href=\"" + other + "\" dir=\"auto\">Other</a>")
                .contains("<p><a href=\"" + path + "\" dir=\"auto\">Nice</a>");
    }

    @Test
    void aCityThatWasDeletedMeanwhileIsNotLost() {
        String path = add();
        post(path + "/delete", editor, "version", "1");
        HttpResponse<String> gone = change(path, "1", "Nizza", "7");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("This city was deleted meanwhile", "value=\"Nizza\"");
        for (String told : new String[] {"1-1", "99999999-9"}) {
            assertThat(page("/cities?deleted=" + told, editor).body()).doesNotContain("The city is deleted.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"version=", "version=x", "", "%zz=1", "version=99999999999999999999"})
    void aFormThatNoBrowserSendsIsABadRequest(String body) {
        String path = add();
        for (String action : new String[] {"/delete", "/restore"}) {
            assertThat(sendForm(path + action, editor, body).statusCode())
                    .as(action)
                    .isEqualTo(400);
        }
    }
}
