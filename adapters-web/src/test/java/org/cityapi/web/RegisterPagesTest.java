package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages tell of themselves and of the register: titles, calls of the API, numbers, and how it is set up. */
class RegisterPagesTest extends CityPagesOnMemory {

    @Test
    void titlesTellWhatIsShown() {
        String path = add();
        assertThat(page(path).body()).contains("<title>Nice · City API</title>");
        assertThat(title(page("/activity", editor))).isEqualTo("Activity · City API");
        assertThat(title(page("/activity?action=create&via=web&from=2026-01-02&to=2126-03-04", editor)))
                .isEqualTo("Added · on this site · Jan 2, 2026 – Mar 4, 2126 · Activity · City API");
        assertThat(title(page("/activity?to=2126-03-04&action=%3Cb%3E", editor + "; language=fr")))
                .isEqualTo("– 4 mars 2126 · Activité récente · API des villes");
        post("/cities", editor, "name", "</title><b>", "countryCode", "IS", "population", "7");
        String odd = found(
                "href=\"(/cities/\\d+)\"[^>]*>&lt;/title",
                page("/cities?country=IS").body());
        assertThat(title(page(odd))).isEqualTo("&lt;/title&gt;&lt;b&gt; · City API");
        String mine = found(
                "href=\"(/activity\\?by=[^\"]*)\"", page("/activity", editor).body());
        assertThat(title(page(mine, editor))).endsWith(" · Activity · City API").hasSizeGreaterThan(22);
        assertThat(page("/activity?by=nobody", editor).body()).contains("somebody who did nothing like that");
    }

    @ParameterizedTest
    @CsvSource({
        "/cities?q=nice, /api/v2/cities?q=nice, false",
        "/cities/1, /api/v2/cities/1, false",
        "/cities/1, /api/v2/cities/1/history, true",
        "/activity, /api/v2/changes, true",
        "/tokens, /api/v2/tokens, true",
        "/users, /api/v2/users, true",
        "/statistics, /api/v2/cities?sort=-population&limit=20, false"
    })
    void pagesTellHowProgramsAskForTheSame(String path, String call, boolean signedIn) {
        add();
        String url = "http://localhost:" + register.port() + call.replace("&", "&amp;");
        String page = page(path, editor).body();
        assertThat(page)
                .contains("<code>" + url + "</code>")
                .contains(
                        signedIn
                                ? "<code>curl -H &#39;Authorization: Bearer cityapi_...&#39; &#39;" + url + "&#39;"
                                : "<code>curl &#39;" + url + "&#39;</code>");
        assertThat(app.get(call, Client.ADMIN).statusCode()).isEqualTo(200);
        assertThat(app.get(call).statusCode()).isEqualTo(signedIn ? 401 : 200);
    }

    @Test
    void statisticsAreChartsOfNumbers() {
        HttpResponse<String> page = page("/statistics");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("2 cities with 522,969 people in 2 countries", "href=\"/cities?band=large\"")
                .containsPattern("Lyon</a></th><td><svg[^>]*><rect height=\"10\" width=\"100.00\"")
                .containsPattern("Switzerland</a></th><td><svg[^>]*><rect height=\"10\" width=\"0.00\"");
        assertThat(page("/statistics", FRENCH).body()).contains("Les plus grandes villes", "Suisse", "522\u202f969");
    }

    @Test
    void howItIsSetUpIsForAdministrators() {
        assertThat(page("/about").body())
                .contains("City API", "1.2.3", "CC BY 4.0")
                .doesNotContain("REDIS_URL");
        assertThat(page("/about", signIn("viewer", Set.of())).body()).doesNotContain("REDIS_URL");
        assertThat(page("/about").body())
                .contains(
                        "htmx</a> 2.",
                        ", 0BSD",
                        "normalize.css</a> 8.",
                        ", MIT",
                        "Swagger UI</a> 5.",
                        "Leaflet</a> 1.",
                        ", BSD-2-Clause",
                        ", Apache-2.0")
                .doesNotContain("What runs here", "Memory");
        assertThat(page("/about", editor).body())
                .contains("REDIS_URL", "8080", "What runs here", "Memory &lt;1&gt;", "cities1000", "Jan 2, 2026, 3:04")
                .contains(Runtime.version().toString(), "<dd>does not answer</dd>", "<dd>none</dd>", "200 MB");
        assertThat(page("/about", editor + "; language=fr").body()).contains("200 Mo", "ne répond pas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/activity?to=%2B999999999-12-31",
                "/activity?from=-999999999-01-01&to=9999-12-31",
                "/activity?before=99999999999999999999",
                "/trash?before=x",
                "/users?after=%00",
                "/imports?before=0"
            })
    void noAddressIsTooOdd(String path) {
        assertThat(page(path, editor).statusCode()).isEqualTo(200);
    }
}
