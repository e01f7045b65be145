package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of cities: its filters, its addresses, its languages and what is shown of a long one. */
class CityListPageTest extends CityPagesOnMemory {

    private static String names(HttpResponse<String> page) {
        return String.join(" ", all("<td class=\"name\"><a [^>]*>([^<]*)<", page));
    }

    @Test
    void theListIsAPageForPeopleAndVersionOneForPrograms() {
        HttpResponse<String> list = page("/cities");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(header(list, "Content-Type")).startsWith("text/html");
        assertThat(header(list, "Vary")).contains("Accept", "HX-Request", "Cookie");
        assertThat(header(list, "Cache-Control")).isEqualTo("no-cache");
        assertThat(list.headers().firstValue("Link")).isEmpty();
        assertThat(names(list)).isEqualTo("Lyon Bern");
        assertThat(list.body())
                .contains("2 cities", "522,969", "45.75, 4.85", "France (1)", "/api/v2/cities/export?format=csv")
                .doesNotContain("Add a city", "/trash");
        for (String accept : new String[] {"*/*", "application/json"}) {
            assertThat(app.get("/cities", "Accept: " + accept).body()).startsWith("[{\"id\":");
        }
        for (String accept : new String[] {"text/*", "text/*, application/json;q=0.9", "text/html, text/csv"}) {
            HttpResponse<String> page = app.get("/cities", "Accept: " + accept);
            assertThat(header(page, "Content-Type")).as(accept).startsWith("text/html");
        }
        for (String accept : new String[] {"text/html;q=0.5, */*", "*/*, image/png", "text/csv, application/json"}) {
            assertThat(app.get("/cities", "Accept: " + accept).body())
                    .as(accept)
                    .startsWith("[{\"id\":");
        }
        assertThat(header(page("/"), "Location")).isEqualTo("/cities");
        assertThat(header(page("/cities", editor), "Cache-Control")).isEqualTo("no-store");
        assertThat(page("/cities", editor).body()).contains("Add a city", "/trash");
    }

    @Test
    void theListIsInTheLanguageThatWasChosen() {
        HttpResponse<String> list = page("/cities", FRENCH);
        assertThat(list.body())
                .contains("<html lang=\"fr\"", "2 villes", "522\u202f969", "45,75\u00a0; 4,85", "Suisse (1)");
        HttpResponse<String> changed = post("/preferences", NOBODY, "language", "fr", "back", "/cities?q=a");
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(header(changed, "Location")).isEqualTo("/cities?q=a");
        assertThat(header(changed, "Set-Cookie"))
                .containsIgnoringCase("httponly")
                .contains("language=fr", "SameSite=Lax", "Path=/");
        assertThat(header(post("/preferences", NOBODY, "theme", "dark"), "Set-Cookie"))
                .contains("theme=dark");
        assertThat(page("/cities", "Cookie: theme=dark").body()).contains("data-theme=\"dark\"");
        assertThat(page("/cities", "Cookie: theme=\"><script>").body()).doesNotContain("data-theme");
    }

    @Test
    void thoseThatMayHaveBeenMeantAreSaidToBe() {
        assertThat(page("/cities?q=lyno").body()).contains(">No city; these may have been meant<", ">Lyon<");
        assertThat(page("/cities?q=lyno", FRENCH).body())
                .contains(">Aucune ville\u00A0; peut-être pensiez-vous à celles-ci<");
        assertThat(page("/cities?q=lyon").body()).contains(">One city<").doesNotContain("may have been meant");
        app.add("{\"name\":\"Lynn\",\"countryCode\":\"US\",\"population\":900000}");
        for (String order : new String[] {"", "&sort=name", "&sort=-population"}) {
            HttpResponse<String> both = page("/cities?q=lyon" + order);
            assertThat(names(both)).as(order).isEqualTo("Lyon Lynn");
            assertThat(both.body())
                    .contains(">One city<")
                    .containsPattern(">Lyon<[\\s\\S]*<th scope=\"rowgroup\" colspan=\"5\">These may have been meant<"
                            + "[\\s\\S]*>Lynn<");
        }
    }

    @Test
    void theTitleOfAListTellsWhatItWasFilteredFor() {
        assertThat(title(page("/cities"))).isEqualTo("Cities · City API");
        assertThat(title(page("/cities?q=Paris&country=FR"))).isEqualTo("Paris · France · Cities · City API");
        assertThat(title(page("/cities?country=FR,CH&band=large")))
                .isEqualTo("France, Switzerland · 100,000 to a million · Cities · City API");
        assertThat(title(page("/cities?country=FR&country=CH&hasCoordinates=false", FRENCH)))
                .startsWith("France, Suisse · Coordonnées (")
                .endsWith(" · Villes · API des villes");
        assertThat(title(page("/cities?q=%3C/title%3E%3Cscript%3E&country=%3Cb%3E&band=%3Cb%3E")))
                .isEqualTo("&lt;/title&gt;&lt;script&gt; · Cities · City API");
        String part = page("/cities?q=Lyon", PART).body();
        assertThat(part).as("htmx takes it").contains("<title>Lyon · Cities · City API</title>");
        assertThat(page("/cities?q=Lyon").body().split("<title", -1)).hasSize(2);
    }

    @Test
    void howManySuggestionsThereAreIsTold() {
        assertThat(page("/cities").body())
                .contains("id=\"suggestions-told\" class=\"unseen\" role=\"status\"")
                .contains("data-none=\"No suggestion\"", "data-many=\"# suggestions, use the arrow keys\"");
        assertThat(page("/cities", FRENCH).body()).contains("data-many=\"# propositions, avec les touches fléchées\"");
    }

    @ParameterizedTest
    @CsvSource({
        "?q=lyo, Lyon, 1 city",
        "?country=CH, Bern, One city",
        "?band=large, Lyon, One city",
        "?maxPopulation=5, Bern, Inhabitants to",
        "?sort=name, Bern Lyon, aria-sort=\"ascending\"",
        "?near=46%2C7&radiusKm=500, Lyon, Distance in km",
        "?q=zzzz, '', No city is like that",
        "?utm_source=x, Lyon Bern, 2 cities"
    })
    void aListIsFilteredBySharedAddresses(String query, String names, String text) {
        HttpResponse<String> list = page("/cities" + query);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(names(list)).isEqualTo(names);
        assertThat(list.body()).contains(text.replace("1 city", "One city"));
    }

    @Test
    void anEmptyRegisterSaysSo() {
        try (Client empty = Client.onMemory()) {
            assertThat(empty.get("/cities", "Accept: text/html").body())
                    .contains("There is no city yet.")
                    .doesNotContain("Fewer letters");
            assertThat(empty.get("/cities?q=x", "Accept: text/html").body()).contains("Fewer letters");
        }
    }

    @Test
    void fieldsThatNobodyFilledInAreNotInTheAddress() {
        assertThat(header(page("/cities?q=&country=FR&band="), "Location")).isEqualTo("/cities?country=FR");
        assertThat(page("/cities?q=", PART).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"?country=ZZ, Country", "?cursor=x, cursor", "?pages=99, pages", "?sort=size, Order", "?near=1, Near"})
    void whatIsWrongWithAnAddressIsTold(String query, String name) {
        HttpResponse<String> list = page("/cities" + query);
        assertThat(list.statusCode()).isEqualTo(400);
        assertThat(list.body()).contains("This list cannot be shown", "<li>" + name + " – ", "All cities");
    }

    @ParameterizedTest
    @CsvSource({"'bbox=1,2', Box, '1,2'", "minPopulation=abc, Inhabitants from, abc", "sort=foo, Order, foo"})
    void whatIsWrongIsTakenAwayAndTheRestStays(String wrong, String label, String value) {
        String body = page("/cities?q=lyon&country=FR&" + wrong).body();
        assertThat(body)
                .containsPattern("<a href=\"/cities\\?q=lyon&amp;country=FR\"[^>]*><span>" + label + "</span> <b>"
                        + Pattern.quote(value) + "</b>");
        assertThat(page("/cities/map?q=lyon&" + wrong).body())
                .contains("<a href=\"/cities/map?q=lyon\"", "<b>" + value + "</b>");
        assertThat(page("/cities?q=lyon&sort=name").body()).doesNotContain("<span>Order</span>");
    }

    @ParameterizedTest
    @CsvSource({
        "minPopulation=abc, Habitants à partir de – Indiquez un nombre entier",
        "sort=size, 'Ordre – « size » ne figure pas parmi Nom, Habitants, Pays, Ajoutée, Modifiée, Numéro dans ce registre'",
        "'bbox=1,3,2,2', Rectangle (degrés) – Sud est au-dessus de Nord",
        "'bbox=1,2', 'Rectangle (degrés) – Écrivez-le sous la forme ouest,sud,est,nord, en degrés.'",
        "hasCoordinates=x, Coordonnées –"
    })
    void whatIsWrongIsNamedInTheReadersWords(String query, String told) {
        assertThat(page("/cities?" + query, FRENCH).body().replace('\u00A0', ' '))
                .contains("<li>" + told);
    }

    @ParameterizedTest
    @CsvSource({
        "minPopulation=1000000, 1\u202f000\u202f000",
        "'near=48.85,-2.35', '48,85\u00A0; -2,35'",
        "'bbox=1,2.5,3,4', '1\u00A0; 2,5\u00A0; 3\u00A0; 4'",
        "'country=FR&country=ch,GB', 'France, Suisse, Royaume-Uni'"
    })
    void whatIsFilteredForIsToldAsTheReaderWritesIt(String query, String told) {
        assertThat(page("/cities?" + query, FRENCH).body()).contains("<b>" + told + "</b>");
        assertThat(page("/cities?near=1e999999999,0").body()).contains("<b>1e999999999,0</b>");
    }

    @ParameterizedTest
    @CsvSource({
        "country=FR&country=CH, 'FR,CH', 'France, Switzerland'",
        "'country=FR,CH', 'FR,CH', 'France, Switzerland'",
        "country=MC, MC, Monaco",
        "country=ZZ, ZZ, ZZ",
        "'country=FR,%20MC', 'FR, MC', 'France,  MC'",
        "'country=,', ',', ','",
        "country=%22%3E, &quot;&gt;, &quot;&gt;"
    })
    void whatTheFieldHasNoCountryForIsReplacedByAnother(String query, String value, String told) {
        for (String page : new String[] {"/cities?", "/cities/map?"}) {
            assertThat(page(page + query).body())
                    .contains("<option value=\"" + value + "\" selected>" + told + "</option>")
                    .doesNotContain("type=\"hidden\" name=\"country\"");
        }
        assertThat(page("/cities?country=fr").body())
                .as("one that it has stands there once")
                .contains("<option value=\"FR\" selected=\"selected\">France (1)")
                .doesNotContain(">France</option>");
    }

    @Test
    void aPartOfAnAddressThatIsWrongIsToldAsAPart() {
        HttpResponse<String> part = page("/cities?cursor=x", PART, "HX-Target: more");
        assertThat(part.statusCode()).isEqualTo(400);
        assertThat(part.body()).contains("This list cannot be shown").doesNotContain("<html");
    }

    @Test
    void moreIsShownByAnAddressOfItsOwn() {
        addToFrance(60);
        HttpResponse<String> list = page("/cities?country=FR");
        assertThat(names(list).split("Ville", -1)).hasSize(50);
        String next = found("href=\"(/cities\\?[^\"]*pages=2)\"", list.body()).replace("&amp;", "&");
        assertThat(names(page(next)).split("Ville", -1)).hasSize(61);
        String more =
                found("hx-get=\"(/cities\\?[^\"]*cursor=[^\"]*)\"", list.body()).replace("&amp;", "&");
        int counts = register.counts();
        HttpResponse<String> rows = page(more, PART, "HX-Target: more");
        assertThat(register.counts()).as("nobody sees the total").isEqualTo(counts);
        assertThat(rows.body()).startsWith("\n      <tr").doesNotContain("<html", "<table");
        assertThat(names(rows).split("Ville", -1)).hasSize(12);
        assertThat(page(more).body()).contains("To the beginning of the list", "61 cities");
        assertThat(register.counts()).isEqualTo(counts + 1);
    }

    @Test
    void whatMayHaveBeenMeantIsOnTheFirstPageAlone() {
        addToFrance(60);
        app.add("{\"name\":\"Vilel\",\"countryCode\":\"FR\",\"population\":7}");
        assertThat(names(page("/cities?q=ville&country=FR&maxPopulation=1010"))).endsWith("Vilel");
        int typos = register.typos();
        for (String path : new String[] {"/cities?q=ville", "/cities?q=ville&pages=2"}) {
            assertThat(names(page(path))).as("as Show more leaves it").doesNotContain("Vilel");
        }
        assertThat(register.typos()).as("nobody looks for them").isEqualTo(typos);
    }

    @Test
    void moreAndMoreIsShownAtOneAddress() {
        addToFrance(160);
        HttpResponse<String> list = page("/cities?country=FR");
        for (int pages = 2; pages <= 4; pages++) {
            assertThat(list.body()).contains("hx-replace-url=\"/cities?country=FR&amp;pages=" + pages + "\"");
            String more = found("hx-get=\"(/cities\\?[^\"]*cursor=[^\"]*)\"", list.body())
                    .replace("&amp;", "&");
            list = page(more, PART, "HX-Target: more");
        }
        assertThat(list.body()).doesNotContain("hx-get=\"/cities?");
    }

    @Test
    void aPageIsMadeWhenNobodyWaitsForIt() {
        int counts = register.counts();
        register.warmUp();
        assertThat(register.counts()).as("the whole list").isEqualTo(counts + 1);
    }
}
