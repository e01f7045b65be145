package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of cities. */
class MapPageTest extends PagesOnMemory {

    @BeforeEach
    void fill() {
        add("Lyon", "FR", 522_969, "45.75", "4.85");
        add("Villeurbanne", "FR", 150_000, "45.77", "4.88");
        add("Suva", "FJ", 77_366, "-18.14", "178.44");
        add("Apia", "WS", 37_391, "-13.83", "-171.77");
        add("<i>Bern</i>", "CH", 0, "46.95", "7.45");
        add("Nowhere", "FR", 5, "null", "null");
    }

    private void add(String name, String country, long population, String latitude, String longitude) {
        app.add("{\"name\":\"%s\",\"countryCode\":\"%s\",\"population\":%d,\"latitude\":%s,\"longitude\":%s}"
                .formatted(name, country, population, latitude, longitude));
    }

    private HttpResponse<String> map(String query, String... headers) {
        return page("/cities/map" + query, headers);
    }

    private static String drawn(HttpResponse<String> page) {
        return String.join(" ", all("data-size=\"[0-9.]+\"[^>]*>([^<]*)<", page));
    }

    private static String window(HttpResponse<String> page) {
        return all("data-view=\"([^\"]*)\"", page).get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                 | Lyon Villeurbanne Suva Apia &lt;i&gt;Bern&lt;/i&gt; | -180,-57,180,78
            ?country=FR                        | Lyon Villeurbanne         | 4.365,45.26,5.365,46.26
            ?q=suv                             | Suva                      | 177.94,-18.64,178.94,-17.64
            ?band=tiny&q=bern                  | &lt;i&gt;Bern&lt;/i&gt;   | 6.95,46.45,7.95,47.45
            ?bbox=170,-20,-170,-10             | Suva                      | 177.94,-18.64,178.94,-17.64
            ?bbox=170,-20,-170,-10&view=-180,-60,180,60 | Suva Apia         | -180,-60,180,60
            ?bbox=170,-20,-170,-10&view=170,-20,180,-10 | Suva             | 170,-20,180,-10
            ?bbox=4,45,5,46                    | Lyon Villeurbanne         | 4,45,5,46
            ?bbox=4,45,5,46&view=100,0,101,1   | ''                        | 100,0,101,1
            ?view=4,45,4.86,46                 | Lyon                      | 4,45,4.86,46
            ?view=4.85,45.75,4.85,45.75        | Lyon                      | 4.84,45.74,4.86,45.76
            ?view=179.999,89.999,180,90        | ''                        | 179.98,89.98,180,90
            ?near=45.7,4.8&radiusKm=20         | Lyon Villeurbanne         | 4.365,45.26,5.365,46.26
            ?hasCoordinates=false              | ''                        | -180,-57,180,78
            ?hasCoordinates=true&country=FJ    | Suva                      | 177.94,-18.64,178.94,-17.64
            """)
    void itDrawsWhatTheListHasThere(String query, String cities, String window) {
        HttpResponse<String> map = map(query == null ? "" : query);
        assertThat(map.statusCode()).as(map.body()).isEqualTo(200);
        assertThat(drawn(map)).isEqualTo(cities == null ? "" : cities);
        assertThat(window(map)).isEqualTo(window);
        assertThat(all("<(circle) ", map))
                .hasSize(drawn(map).isEmpty() ? 0 : drawn(map).split(" ").length);
    }

    @Test
    void thoseThatMayHaveBeenMeantAreDrawnWhereNothingMatches() {
        add("Lynn", "US", 90_000, "42.47", "-70.95");
        HttpResponse<String> matching = map("?q=lyon");
        assertThat(drawn(matching)).as("as in the list and the export").isEqualTo("Lyon");
        assertThat(matching.body()).contains(">One city lies here<").doesNotContain("may have been meant");
        assertThat(map("?q=lyon&view=-80,40,-70,50").body()).contains(">No city lies here<");
        assertThat(register.typos()).as("they take long to look for").isZero();
        HttpResponse<String> meant = map("?q=lyno");
        assertThat(drawn(meant)).startsWith("Lyon");
        assertThat(meant.body()).contains("No city is called so; these may have been meant:");
    }

    @Test
    void theListAndTheMapKeepTheFilters() {
        HttpResponse<String> map = map("?q=o&country=FR&view=0,40,10,50");
        assertThat(map.body())
                .contains(
                        "<title>o · France · Cities on the map · City API</title>", "/api/v2/cities?q=o&amp;country=FR")
                .contains("href=\"/cities?q=o&amp;country=FR\"", "<option value=\"FR\" selected=\"selected\">")
                .contains("id=\"only\" href=\"/cities/map?q=o&amp;country=FR&amp;bbox=0,40,10,50\"")
                .contains("id=\"world\" href=\"/cities/map?q=o&amp;country=FR&amp;view=-180,-57,180,78\"");
        assertThat(page("/cities?q=o&country=FR&sort=name&pages=2").body())
                .contains("href=\"/cities/map?q=o&amp;country=FR&amp;sort=name\"");
        assertThat(header(map("?q=&country=FR"), "Location")).isEqualTo("/cities/map?country=FR");
        assertThat(map("?bbox=4,45,5,46").body()).contains("<b>4, 45, 5, 46</b>", "<a href=\"/cities/map\"");
    }

    @Test
    void aMapCanBeMovedWithoutAScript() {
        HttpResponse<String> map = map("?country=FR&view=0,40,20,50");
        assertThat(all("button small plain\" href=\"/cities/map\\?country=FR&amp;view=([^\"]*)\">", map))
                .containsExactly(
                        "5,42.5,15,47.5", "-10,35,30,55", "-10,40,10,50", "10,40,30,50", "0,45,20,55", "0,35,20,45");
        assertThat(map.body()).contains("viewBox=\"1800.0 400.0 200.0 100.0\"", "Zoom in", "West");
        assertThat(map("?view=-180,-90,180,90").body()).contains("view=-180,-90,180,90\">Zoom out");
    }

    @Test
    void ofCitiesThatLieTogetherTheLargestIsDrawnAndSaysHowManyMore() {
        for (int i = 0; i < 120; i++) {
            add("Lyon " + i, "FR", 10 + i, "45.7501", "4.8501");
        }
        HttpResponse<String> map = map("?country=FR", PART);
        assertThat(drawn(map)).isEqualTo("Lyon Villeurbanne");
        assertThat(map.body())
                .contains("122 cities lie here, 2 of them are drawn. Zoom in for more.", "and 120 smaller ones")
                .contains("href=\"/cities/1\"", "data-latitude=\"45.75\" data-longitude=\"4.85\"", "522,969")
                .doesNotContain("<html");
    }

    @Test
    void whereCitiesLieOnBothSidesOfTheAntimeridianTheOthersAreToldOf() {
        add("Nadi", "FJ", 71_048, "-17.8", "177.42");
        assertThat(map("?bbox=170,-20,-170,-10").body())
                .contains("2 cities lie here", "One more lies outside of this map", "view=-180,-57,180,78\">One more");
        assertThat(map("?bbox=170,-20,-170,-10&view=-180,-57,180,78").body())
                .contains("3 cities lie here, all are drawn")
                .doesNotContain("outside");
    }

    @Test
    void blanksInTheAddressGoAndTheWindowStays() {
        assertThat(header(map("?q=&country=FR&view=0,0,10,10"), "Location"))
                .isEqualTo("/cities/map?country=FR&view=0,0,10,10");
        assertThat(map("?view=").statusCode()).isEqualTo(200);
        assertThat(header(map("?q=&view=%22%0d%0aX:1"), "Location")).isEqualTo("/cities/map?view=%22%0D%0AX%3A1");
    }

    @Test
    void aPartHasNoMoreThanWhatIsDrawnAndIsNotTakenForThePage() {
        HttpResponse<String> part = map("?q=&view=4,45,5,46", PART);
        assertThat(part.body()).contains("2 cities lie here, all are drawn").doesNotContain("<html", "<svg");
        assertThat(header(part, "Vary")).contains("HX-Request");
        HttpResponse<String> french = map("?hasCoordinates=false", PART, "Accept-Language: fr");
        assertThat(french.body()).contains("Aucune ville ici", "Les villes sans coordonnées");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            view=1,2           | view
            view=170,0,-170,1  | view
            view=0,2,1,1       | view
            view=0,0,1,91      | view
            view=0,0,1,1&view=0,0,1,1 | view
            bbox=x             | Box –
            country=XX         | Country –
            minPopulation=-1   | Inhabitants from –
            """)
    void whatIsWrongIsNamed(String query, String field) {
        for (String[] headers : new String[][] {{}, {PART}}) {
            HttpResponse<String> map = map("?" + query, headers);
            assertThat(map.statusCode()).isEqualTo(400);
            assertThat(map.body()).contains("role=\"alert\"", field).doesNotContain("id=\"map\"");
        }
    }

    @Test
    void tilesComeFromTheServerThatIsSet() {
        try (Client tiled = new Client(new OnMemory("map-tiles", "https://tiles.example.org/{z}/{x}/{y}.png"))) {
            HttpResponse<String> map = tiled.get("/cities/map", BROWSER);
            assertThat(map.body())
                    .contains("data-tiles=\"https://tiles.example.org/{z}/{x}/{y}.png\"")
                    .contains("&lt;b&gt;X\"");
            assertThat(header(map, "Content-Security-Policy"))
                    .contains("img-src 'self' data: https://tiles.example.org; font-src");
        }
        HttpResponse<String> map = map("");
        assertThat(map.body()).doesNotContain("data-tiles");
        assertThat(header(map, "Content-Security-Policy")).contains("img-src 'self' data:; font-src");
    }

    @Test
    void whatItNeedsIsServedFromHere() {
        HttpResponse<String> map = map("");
        List<String> parts = all("\"(/assets/[^\"]+)\"", map).stream()
                .flatMap(some -> Arrays.stream(some.split(" ")))
                .toList();
        assertThat(parts)
                .anyMatch(part -> part.matches("/assets/leaflet\\.[0-9a-f]{12}\\.js"))
                .anyMatch(part -> part.matches("/assets/leaflet\\.[0-9a-f]{12}\\.css"))
                .anyMatch(part -> part.matches("/assets/map\\.[0-9a-f]{12}\\.js"))
                .anyMatch(part -> part.matches("/assets/world\\.[0-9a-f]{12}\\.geojson"))
                .anyMatch(part -> part.matches("/assets/land\\.[0-9a-f]{12}\\.svg"));
        for (String part : parts) {
            HttpResponse<String> file = app.get(part);
            assertThat(file.statusCode()).as(part).isEqualTo(200);
            assertThat(header(file, "Cache-Control")).contains("immutable");
            assertThat(file.body()).as(part).doesNotContain("sourceMappingURL");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://t/{z}/{x}.png",
                "ftp://t/{z}/{x}/{y}",
                "https://t/{z}/{x}/{y}; script-src *",
                "https://t/{z}/{x}/{y}'",
                "https://{s}.t/{z}/{x}/{y}",
                "https://t/{z}/{x}/{y}/{r}",
                "https://t?{z}{x}{y}",
                "/{z}/{x}/{y}",
                "x"
            })
    void whatIsNoAddressOfTilesIsRefused(String address) {
        assertThatThrownBy(() -> new MapTiles(address, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{z}");
    }

    @Test
    void anAddressOfTilesTellsTheirServer() {
        assertThat(new MapTiles("https://tiles.example.org:8443/a/{z}/{x}/{y}@2x.png?key=1", "").origin())
                .isEqualTo("https://tiles.example.org:8443");
        assertThat(MapTiles.NONE.origin()).isEmpty();
    }
}
