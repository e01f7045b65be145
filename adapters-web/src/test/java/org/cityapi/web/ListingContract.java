package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that stay as they are: section 4 of the contract. */
public abstract class ListingContract extends SharedHttpContract {

    private static final String CITIES = "/api/v2/cities";
    private static final String BASE_64_URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Override
    @BeforeAll
    protected void connect() {
        super.connect();
        fill(app);
    }

    /** Seven cities, by id: DE, FR, DE, FR and so on; populations 0, 0, 0, 1, 1, 1, 2. */
    static void fill(Client app) {
        for (int i = 0; i < 7; i++) {
            String country = i % 2 == 0 ? "DE" : "FR";
            app.add("{\"name\":\"C%d\",\"countryCode\":\"%s\",\"population\":%d}".formatted(9 - i, country, i / 3));
        }
    }

    static List<String> ids(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return Pattern.compile("\"id\":(\\d+)")
                .matcher(page.body())
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    /** The target of a link; null when there is none of that relation. */
    static String link(HttpResponse<String> page, String relation) {
        Matcher link = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"").matcher(header(page, "Link"));
        return link.find() ? link.group(1) : null;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | 7 4 5 6 1 2 3
            ?sort=population                    | 1 2 3 4 5 6 7
            ?sort=name                          | 7 6 5 4 3 2 1
            ?sort=-name                         | 1 2 3 4 5 6 7
            ?sort=country                       | 1 3 5 7 2 4 6
            ?sort=-id                           | 7 6 5 4 3 2 1
            ?sort=createdAt                     | 1 2 3 4 5 6 7
            ?sort=updatedAt                     | 1 2 3 4 5 6 7
            ?country=fr                         | 4 6 2
            ?country=FR,DE&sort=id              | 1 2 3 4 5 6 7
            ?country=FR&country=DE&sort=id      | 1 2 3 4 5 6 7
            ?minPopulation=1&sort=id            | 4 5 6 7
            ?maxPopulation=1&sort=id            | 1 2 3 4 5 6
            ?minPopulation=1&maxPopulation=1&country=DE | 5
            ?minPopulation=2&maxPopulation=1    |
            ?limit=2                            | 7 4
            """)
    void aListIsFilteredSortedAndLimited(String query, String ids) {
        HttpResponse<String> page = app.get(CITIES + query);
        assertThat(String.join(" ", ids(page))).isEqualTo(ids == null ? "" : ids);
        assertThat(page.body()).doesNotContain("otherNames", "\"total\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "population", "-population", "country", "createdAt", "-updatedAt", "id"})
    void aWalkSeesEachCityOnceAndFindsBack(String sort) {
        List<List<String>> pages = new ArrayList<>();
        HttpResponse<String> page = app.get(CITIES + "?limit=3&sort=" + sort);
        assertThat(page.body()).endsWith("\"prevCursor\":null}");
        String first = link(page, "first");
        pages.add(ids(page));
        while (link(page, "next") != null) {
            page = app.get(link(page, "next"));
            assertThat(link(page, "first")).isEqualTo(first);
            pages.add(ids(page));
        }
        assertThat(page.body()).contains("\"nextCursor\":null");
        assertThat(pages.stream().flatMap(List::stream).toList()).isEqualTo(ids(app.get(CITIES + "?sort=" + sort)));
        for (int i = pages.size() - 2; i >= 0; i--) {
            page = app.get(link(page, "prev"));
            assertThat(ids(page)).isEqualTo(pages.get(i));
        }
        assertThat(link(page, "prev")).isNull();
    }

    @Test
    void linksKeepTheFiltersAndTheBodyHasTheSameCursor() {
        HttpResponse<String> page = app.get(CITIES + "?country=FR&country=DE&minPopulation=1&limit=2&sort=-name");
        assertThat(link(page, "first"))
                .contains("country=FR", "country=DE", "minPopulation=1", "limit=2", "sort=-name");
        String next = link(page, "next");
        assertThat(next).startsWith(link(page, "first"));
        assertThat(page.body()).contains("\"nextCursor\":\"" + next.substring(next.indexOf("cursor=") + 7) + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "country=FR, country=DE",
        "country=FR&, ''",
        "minPopulation=0, minPopulation=1",
        "maxPopulation=5, maxPopulation=4",
        "minPopulation=0&maxPopulation=5, minPopulation=5&maxPopulation=0",
        "sort=-population, sort=population",
        "sort=-population, sort=-id",
    })
    void aCursorIsGoodForItsListingAlone(String was, String is) {
        String next =
                link(app.get(CITIES + "?limit=1&country=FR&minPopulation=0&maxPopulation=5&sort=-population"), "next");
        assertThat(next).contains(was);
        assertThat(app.get(next).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = app.get(next.replace(was, is));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"cursor\"", "\"code\":\"cursor\"");
    }

    @Test
    void aCursorServesPagesOfAnotherLengthAndCountriesInAnotherOrder() {
        String next = link(app.get(CITIES + "?country=FR,DE&limit=2"), "next");
        HttpResponse<String> other = app.get(
                next.replace("limit=2", "limit=4").replace("FR%2CDE", "DE,FR").replace("FR,DE", "DE,FR"));
        assertThat(ids(other)).containsExactly("5", "6", "1", "2");
    }

    @Test
    void everyChangedCharacterOfACursorIsNoticed() {
        String next = link(app.get(CITIES + "?limit=2"), "next");
        int from = next.indexOf("cursor=") + 7;
        for (int i = from; i < next.length(); i++) {
            for (int step = 1; step < 64; step += 20) {
                char other = BASE_64_URL.charAt((BASE_64_URL.indexOf(next.charAt(i)) + step) % 64);
                String tampered = next.substring(0, i) + other + next.substring(i + 1);
                assertThat(app.get(tampered).statusCode())
                        .as("character " + (i - from))
                        .isEqualTo(400);
            }
        }
        for (String none : new String[] {
            next + "A",
            next + "==",
            next + "=",
            next + "%0A",
            next.substring(0, next.length() - 3),
            next.substring(0, from)
        }) {
            assertThat(app.get(none).statusCode()).isEqualTo(400);
        }
    }
}
