package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of what was done: its filters, and what is shown of a long list. */
class ActivityPageTest extends CityPagesOnMemory {

    private static String actions(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return String.join(" ", all("<p><b>([^<]*)</b>", page));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Deleted Changed Added Added Added'",
        "?action=delete, Deleted",
        "?via=api, Added Added",
        "?via=web, 'Deleted Changed Added'",
        "?action=create&via=web, Added",
        "?to=2001-01-01, ''",
        "?from=2001-01-01&action=update, Changed",
        "?action=other&via=&from=x, 'Deleted Changed Added Added Added'"
    })
    void activityIsFilteredByWhatWhenAndWhere(String query, String actions) {
        String path = add();
        change(path, "1", "Nizza", "7");
        post(path + "/delete", editor, "version", "2");
        assertThat(actions(page("/activity" + query, editor))).isEqualTo(actions);
    }

    @Test
    void activityIsFilteredByWhoDidIt() {
        String other = signIn("other", EnumSet.allOf(Permission.class));
        post("/cities", other, "name", "Nice", "countryCode", "FR", "population", "7");
        HttpResponse<String> all = page("/activity", editor);
        String mine = found("href=\"(/activity\\?by=[^\"]*)\"", all.body());
        assertThat(actions(page(mine, editor))).isEqualTo("Added");
        assertThat(page(mine, editor).body()).contains("name=\"by\"", "href=\"/activity\"");
        assertThat(page("/activity?by=nobody", editor).body()).contains("Nothing like that was done.");
    }

    @Test
    void activityIsReadPageByPage() {
        addToFrance(51);
        HttpResponse<String> first = page("/activity", editor);
        assertThat(actions(first).split(" ")).hasSize(50);
        String next = found("href=\"(/activity\\?before=\\d+)\"", first.body());
        assertThat(actions(page(next, editor)).split(" ")).hasSize(3);
    }
}
