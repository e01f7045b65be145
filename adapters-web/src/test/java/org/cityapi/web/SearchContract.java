package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching, places near and in a box, some of the fields, and how many there are: section 4 of the contract. */
public abstract class SearchContract extends SharedHttpContract {

    private static final String CITIES = "/api/v2/cities";

    @Override
    @BeforeAll
    protected void connect() {
        super.connect();
        add("Paris", "FR", 2_138_551, 48.85341, 2.3488, "\"Parigi\",\"パリ\"");
        add("Paris", "US", 24_782, 33.66094, -95.55551, "");
        add("Parintins", "BR", 68_033, -2.62833, -56.73583, "");
        add("Villeparisis", "FR", 26_000, 48.94, 2.6, "\"Ville de Paris\"");
        add("São Paulo", "BR", 12_400_232, -23.5475, -46.63611, "\"Saint Paul\"");
        add("Łódź", "PL", 768_755, 51.75, 19.46667, "");
        add("Saint-Étienne", "FR", 176_280, 45.43389, 4.39, "");
        add("Suva", "FJ", 77_366, -18.14161, 178.44149, "");
        add("Apia", "WS", 37_391, -13.83333, -171.76666, "");
        add("Nowhere", "FR", 5, null, null, "");
    }

    private void add(String name, String country, long population, Double latitude, Double longitude, String others) {
        app.add(
                "{\"name\":\"%s\",\"countryCode\":\"%s\",\"population\":%d,\"latitude\":%s,\"longitude\":%s,\"otherNames\":[%s]}"
                        .formatted(name, country, population, latitude, longitude, others));
    }

    private static List<String> all(String pattern, HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return Pattern.compile(pattern)
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> ids(HttpResponse<String> page) {
        return all("\"id\":(\\d+)", page);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            q=paris                         | 1 2 4
            q=pari                          | 1 3 2 4
            q=pAr                           | 1 3 2 4
            q=Parigi                        | 1
            q=パ                             | 1
            q=sao paulo                     | 5
            q=saint paul                    | 5
            q=st paul                       | 5
            q=lodz                          | 6
            q=st etienne                    | 7
            q=saint-etienne                 | 7
            q=ST. ÉTIENNE                   | 7
            q=de par                        | 4
            q=Pairs                         | 1 2 4
            q=aris                          | 1 2 4
            q=saopaulo                      | 5
            q=Saint-Etiene                  | 7
            q=%*_?"'                        |
            q=no such place                 |
            q=paris&country=us              | 2
            q=pari&minPopulation=30000      | 1 3
            q=pari&sort=population          | 2 4 3 1
            q=paris&near=33.6,-95.5         | 2 1 4
            q=pari&bbox=2,48,3,49           | 1 4
            near=48.9,2.4&limit=3           | 1 4 7
            near=48.9,2.4&radiusKm=30       | 1 4
            near=48.9,2.4&radiusKm=30&sort=population | 4 1
            near=-16,-178&limit=2           | 8 9
            near=48.9,2.4&radiusKm=20038&sort=id | 1 2 3 4 5 6 7 8 9
            near=90,0&limit=02              | 6 4
            near=-90,0&limit=2              | 5 8
            q=paris paris PARIS             | 1 4 2
            bbox=170,-20,-170,-10&sort=id   | 8 9
            bbox=-180,-90,180,90&sort=id    | 1 2 3 4 5 6 7 8 9
            bbox=2.3488,48.85341,2.3488,48.85341 | 1
            hasCoordinates=false            | 10
            hasCoordinates=false&sort=-name | 10
            hasCoordinates=false&q=no       | 10
            hasCoordinates=false&country=US |
            hasCoordinates=false&near=0,0   |
            hasCoordinates=false&bbox=-180,-90,180,90 |
            hasCoordinates=true&sort=id     | 1 2 3 4 5 6 7 8 9
            hasCoordinates=true&q=nowhere   |
            hasCoordinates=true&bbox=170,-20,-170,-10&sort=id | 8 9
            """)
    void whatIsFoundAndInWhichOrder(String query, String ids) {
        String sent = query.replace("パ", encoded("パ"))
                .replace(" ", "%20")
                .replace("É", encoded("É"))
                .replace("%*_?\"'", encoded("%*_?\"'"));
        assertThat(String.join(" ", ids(app.get(CITIES + "?" + sent)))).isEqualTo(ids == null ? "" : ids);
    }

    @ParameterizedTest
    @CsvSource({
        "paris, '{\"name\":\"Paris\",\"kind\":\"exact\"}'",
        "par, '{\"name\":\"Paris\",\"kind\":\"prefix\"}'",
        "parigi, '{\"name\":\"Parigi\",\"kind\":\"exact\"}'",
        "pairs, '{\"name\":\"Paris\",\"kind\":\"fuzzy\"}'",
        "ville paris, '{\"name\":\"Ville de Paris\",\"kind\":\"word\"}'",
    })
    void aCitySaysWhichNameMatchedAndHow(String text, String match) {
        HttpResponse<String> page = app.get(CITIES + "?limit=1&q=" + encoded(text));
        assertThat(page.body()).contains("\"match\":" + match);
        assertThat(app.get(CITIES + "/1").body()).doesNotContain("\"match\"", "distanceKm");
    }

    @Test
    void theDistanceIsToldToTheMetre() {
        HttpResponse<String> page = app.get(CITIES + "?near=48.85341,2.3488&limit=2");
        assertThat(all("\"distanceKm\":([0-9.]+)", page)).containsExactly("0.000", "20.734");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=pari", "q=pari&near=0,0", "near=0,0", "near=0,0&sort=name", "bbox=-180,-90,180,90"})
    void aWalkSeesEachCityOnceAndFindsBack(String query) {
        List<String> whole = ids(app.get(CITIES + "?" + query));
        HttpResponse<String> page = app.get(CITIES + "?limit=2&" + query);
        List<List<String>> pages = new ArrayList<>(List.of(ids(page)));
        while (link(page, "next") != null) {
            page = app.get(link(page, "next"));
            pages.add(ids(page));
        }
        assertThat(pages.stream().flatMap(List::stream))
                .containsExactlyElementsOf(whole)
                .hasSizeGreaterThan(2);
        for (int i = pages.size() - 2; i >= 0; i--) {
            page = app.get(link(page, "prev"));
            assertThat(ids(page)).isEqualTo(pages.get(i));
        }
    }

    private static String link(HttpResponse<String> page, String relation) {
        Matcher link = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"").matcher(header(page, "Link"));
        return link.find() ? link.group(1) : null;
    }

    @ParameterizedTest
    @CsvSource({
        "q=paris, q=pari",
        "near=0%2C0, near=0%2C1",
        "radiusKm=20000, radiusKm=20001",
        "bbox=-180%2C-90%2C180%2C90, bbox=-180%2C-90%2C179%2C90",
    })
    void aCursorIsGoodForItsSearchAlone(String was, String is) {
        String next = link(app.get(CITIES + "?limit=1&q=paris&near=0,0&radiusKm=20000&bbox=-180,-90,180,90"), "next")
                .replace(",", "%2C");
        assertThat(next).contains(was);
        assertThat(app.get(next).statusCode()).isEqualTo(200);
        assertThat(app.get(next.replace(was, is)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 10",
        "&country=FR, 4",
        "&q=paris, 3",
        "&q=pairs, 0",
        "'&near=0,0', 9",
        "'&bbox=170,-20,-170,-10', 2"
    })
    void theNumberOfAllIsToldWhenAskedFor(String query, int total) {
        HttpResponse<String> page = app.get(CITIES + "?limit=1&count=exact" + query);
        assertThat(page.body()).as(query).endsWith(",\"total\":" + total + "}");
    }

    @Test
    void theNumberOfAllIsToldBesideACursorAndWithinARadius() {
        HttpResponse<String> page = app.get(CITIES + "?limit=1&count=exact&near=48.9,2.4&radiusKm=500");
        assertThat(page.body()).endsWith(",\"total\":3}");
        assertThat(app.get(link(page, "next")).body()).endsWith(",\"total\":3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/suggest?q=par", "/1/history", "/1/restore", "?changes"})
    void headAndOptionsWorkHereToo(String path) {
        String target = path.equals("?changes") ? "/api/v2/changes" : CITIES + path;
        HttpResponse<String> options = app.send("OPTIONS", target, null);
        assertThat(options.statusCode()).isEqualTo(204);
        boolean read = !path.endsWith("restore");
        assertThat(header(options, "Allow")).contains(read ? "GET" : "POST").contains("OPTIONS");
        HttpResponse<String> head = app.send("HEAD", target, null, Client.EDITOR);
        assertThat(head.statusCode()).isEqualTo(read ? 200 : 405);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void onlyTheFieldsAskedForAreSentInTheirUsualOrder() {
        assertThat(app.get(CITIES + "?fields=population,id,name&limit=1&sort=id")
                        .body())
                .startsWith("{\"items\":[{\"id\":1,\"name\":\"Paris\",\"population\":2138551}],");
        assertThat(app.get(CITIES + "?fields=otherNames,geonameId&limit=1&sort=id")
                        .body())
                .startsWith("{\"items\":[{\"geonameId\":null,\"otherNames\":[\"Parigi\",\"パリ\"]}],");
        assertThat(app.get(CITIES + "?fields=match,distanceKm&limit=1&q=paris&near=48.85341,2.3488")
                        .body())
                .startsWith("{\"items\":[{\"distanceKm\":0.000,\"match\":{\"name\":\"Paris\",\"kind\":\"exact\"}}],");
    }

    @ParameterizedTest
    @CsvSource({
        "q=, q, blank",
        "q=%20, q, blank",
        "near=1, near, form",
        "'near=1,2,3', near, form",
        "'near=91,0', near, out_of_range",
        "'near=0,181', near, out_of_range",
        "'near=0,x', near, form",
        "'near=1e1,0', near, form",
        "'bbox=1,2,3', bbox, form",
        "'bbox=0,2,0,1', bbox, order",
        "'bbox=0,-91,0,1', bbox, out_of_range",
        "radiusKm=5, radiusKm, incomplete",
        "'near=0,0&radiusKm=0', radiusKm, above_zero",
        "'near=0,0&radiusKm=20039', radiusKm, above_zero",
        "'near=0,0&radiusKm=-1', radiusKm, above_zero",
        "'near=0,0&radiusKm=x', radiusKm, type",
        "count=yes, count, not_allowed",
        "hasCoordinates=1, hasCoordinates, not_allowed",
        "hasCoordinates=true&hasCoordinates=false, hasCoordinates, repeated",
        "fields=name%2Cx, fields, not_allowed",
        "fields=, fields, not_allowed",
        "fields=name%2Cid%2Cname, fields, repeated",
        "q=a&q=b, q, repeated",
    })
    void aBadParameterIsNamed(String query, String field, String code) {
        HttpResponse<String> refused = app.get(CITIES + "?" + query);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"", "\"code\":\"" + code + "\"");
    }

    @Test
    void aTextMayHaveAHundredCharacters() {
        assertThat(app.get(CITIES + "?q=" + "a".repeat(100)).statusCode()).isEqualTo(200);
        assertThat(app.get(CITIES + "?q=" + encoded("🏙".repeat(100))).statusCode())
                .isEqualTo(200);
        assertThat(app.get(CITIES + "?q=++" + "a".repeat(100) + "+").statusCode())
                .as("with blanks at its ends")
                .isEqualTo(200);
        assertThat(app.get(CITIES + "?q=" + encoded("e\u0301".repeat(100))).statusCode())
                .as("in NFD")
                .isEqualTo(200);
        assertThat(app.get(CITIES + "?q=" + encoded("\u095C".repeat(100))).statusCode())
                .as("that NFC writes as two each")
                .isEqualTo(200);
        assertThat(app.get(CITIES + "?q=" + encoded("\u095C".repeat(101))).body())
                .contains("\"code\":\"too_long\"");
        assertThat(app.get(CITIES + "?q=" + "a".repeat(101)).body()).contains("\"code\":\"too_long\"");
    }

    @Test
    void suggestionsAreSmallAndMayBeKept() {
        HttpResponse<String> page = app.get(CITIES + "/suggest?q=par&country=FR&limit=1", "Accept-Language: fr");
        assertThat(page.body())
                .isEqualTo(
                        "{\"items\":[{\"id\":1,\"name\":\"Paris\",\"countryCode\":\"FR\",\"country\":\"France\","
                                + "\"adminCode\":null,\"population\":2138551,\"match\":{\"name\":\"Paris\",\"kind\":\"prefix\"}}]}");
        assertThat(header(page, "Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(header(page, "Vary")).isEqualTo("Accept-Language, Accept, Accept-Encoding");
        assertThat(ids(app.get(CITIES + "/suggest?q=par"))).containsExactly("1", "3", "2", "4");
        assertThat(ids(app.get(CITIES + "/suggest?q=pairs"))).containsExactly("1", "2", "4");
    }

    @ParameterizedTest
    @CsvSource({"'', q, required", "q=a&limit=21, limit, out_of_range", "q=a&sort=id, sort, unknown", "q=%20, q, blank"
    })
    void aBadSuggestionIsNamed(String query, String field, String code) {
        HttpResponse<String> refused = app.get(CITIES + "/suggest?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"", "\"code\":\"" + code + "\"");
    }
}
