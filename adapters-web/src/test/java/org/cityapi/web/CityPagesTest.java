package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of cities over memory, without a script. */
class CityPagesTest {

    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String FRENCH = "Cookie: language=fr";

    private final OnMemory register = new OnMemory("providers", "auth0 google");
    private final Client app = new Client(register);
    private String editor;

    @BeforeEach
    void signIn() {
        editor = signIn("editor", EnumSet.allOf(Permission.class));
        app.add(
                "{\"name\":\"Lyon\",\"countryCode\":\"FR\",\"population\":522969,\"latitude\":45.75,\"longitude\":4.85}");
        app.add("{\"name\":\"Bern\",\"countryCode\":\"CH\",\"population\":0}");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private String signIn(String name, Set<Permission> granted) {
        Ports ports = register.ports();
        ports.work().write(() -> {
            User user = User.first(new Identity("https://issuer.test", name, null, null));
            ports.users().save(user);
            Instant now = Instant.now();
            SessionId id = SessionId.of(new Secret(name));
            ports.sessions().add(new Session(id, user.id(), "auth0", granted, "Firefox", now, now));
            return id;
        });
        return "Cookie: session=" + name;
    }

    private HttpResponse<String> page(String path, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = BROWSER;
        return app.get(path, all);
    }

    private HttpResponse<String> post(String path, String cookie, String... fields) {
        return app.send("POST", path, form(fields), BROWSER, FORM, cookie);
    }

    /** @param fields names and values, by turns */
    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private static String names(HttpResponse<String> page) {
        return Pattern.compile("<td class=\"name\"><a [^>]*>([^<]*)<")
                .matcher(page.body())
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.joining(" "));
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
        assertThat(header(page("/"), "Location")).isEqualTo("/cities");
        assertThat(header(page("/cities", editor), "Cache-Control")).isEqualTo("no-store");
        assertThat(page("/cities", editor).body()).contains("Add a city", "/trash");
    }

    @Test
    void htmxIsOurOwnAndDoesNoMoreThanSwap() {
        String page = page("/cities").body();
        assertThat(page)
                .contains(
                        "\"allowEval\":false",
                        "\"includeIndicatorStyles\":false",
                        "\"selfRequestsOnly\":true",
                        "\"historyCacheSize\":0");
        String script = found("<script defer src=\"(/assets/htmx\\.min\\.[0-9a-f]{12}\\.js)\"", page);
        assertThat(header(app.get(script), "Cache-Control")).contains("immutable");
        assertThat(page).doesNotContain("onclick", "style=\"", "<style", "src=\"http");
    }

    @Test
    void theListIsInTheLanguageThatWasChosen() {
        HttpResponse<String> list = page("/cities", FRENCH);
        assertThat(list.body())
                .contains("<html lang=\"fr\"", "2 villes", "522\u202f969", "45,75\u00a0; 4,85", "Suisse (1)");
        HttpResponse<String> changed = post("/preferences", "Cookie: a=b", "language", "fr", "back", "/cities?q=a");
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(header(changed, "Location")).isEqualTo("/cities?q=a");
        assertThat(header(changed, "Set-Cookie"))
                .containsIgnoringCase("httponly")
                .contains("language=fr", "SameSite=Lax", "Path=/");
        assertThat(header(post("/preferences", "Cookie: a=b", "theme", "dark"), "Set-Cookie"))
                .contains("theme=dark");
        assertThat(page("/cities", "Cookie: theme=dark").body()).contains("data-theme=\"dark\"");
        assertThat(page("/cities", "Cookie: theme=\"><script>").body()).doesNotContain("data-theme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.test",
                "https://evil.test/",
                "/\\evil.test",
                "javascript:alert(1)",
                "/a\r\nb",
                "",
                "/[",
                "/%zz",
                "/a|b",
                "/{x}",
                "/^"
            })
    void preferencesLeadNowhereElse(String back) {
        HttpResponse<String> changed = post("/preferences", "Cookie: a=b", "theme", "dark", "back", back);
        assertThat(header(changed, "Location")).isEqualTo("/");
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
    void fieldsThatNobodyFilledInAreNotInTheAddress() {
        assertThat(header(page("/cities?q=&country=FR&band="), "Location")).isEqualTo("/cities?country=FR");
        assertThat(page("/cities?q=", "HX-Request: true").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"?country=ZZ, country", "?cursor=x, cursor", "?pages=99, pages", "?sort=size, sort", "?near=1, near"})
    void whatIsWrongWithAnAddressIsTold(String query, String name) {
        HttpResponse<String> list = page("/cities" + query);
        assertThat(list.statusCode()).isEqualTo(400);
        assertThat(list.body()).contains("This list cannot be shown", "<li>" + name + ": ", "All cities");
    }

    @Test
    void moreIsShownByAnAddressOfItsOwn() {
        for (int i = 0; i < 60; i++) {
            app.add("{\"name\":\"Ville " + i + "\",\"countryCode\":\"FR\",\"population\":" + (1000 + i) + "}");
        }
        HttpResponse<String> list = page("/cities?country=FR");
        assertThat(names(list).split("Ville", -1)).hasSize(50);
        String next = found("href=\"(/cities\\?[^\"]*pages=2)\"", list.body()).replace("&amp;", "&");
        assertThat(names(page(next)).split("Ville", -1)).hasSize(61);
        String more =
                found("hx-get=\"(/cities\\?[^\"]*cursor=[^\"]*)\"", list.body()).replace("&amp;", "&");
        int counts = register.counts();
        HttpResponse<String> rows = page(more, "HX-Request: true", "HX-Target: more");
        assertThat(register.counts()).as("nobody sees the total").isEqualTo(counts);
        assertThat(rows.body()).startsWith("\n      <tr").doesNotContain("<html", "<table");
        assertThat(names(rows).split("Ville", -1)).hasSize(12);
        assertThat(page(more).body()).contains("To the beginning of the list", "61 cities");
        assertThat(register.counts()).isEqualTo(counts + 1);
    }

    @Test
    void moreAndMoreIsShownAtOneAddress() {
        for (int i = 0; i < 160; i++) {
            app.add("{\"name\":\"Ville " + i + "\",\"countryCode\":\"FR\",\"population\":" + (1000 + i) + "}");
        }
        HttpResponse<String> list = page("/cities?country=FR");
        for (int pages = 2; pages <= 4; pages++) {
            assertThat(list.body()).contains("hx-replace-url=\"/cities?country=FR&amp;pages=" + pages + "\"");
            String more = found("hx-get=\"(/cities\\?[^\"]*cursor=[^\"]*)\"", list.body())
                    .replace("&amp;", "&");
            list = page(more, "HX-Request: true", "HX-Target: more");
        }
        assertThat(list.body()).doesNotContain("hx-get=\"/cities?");
    }

    @Test
    void aCityHasAPage() {
        String path = found("href=\"(/cities/\\d+)\"[^>]*>Lyon", page("/cities").body());
        assertThat(page(path).body())
                .contains("<h1 dir=\"auto\">Lyon</h1>", "522,969", "45.75, 4.85", "curl ")
                .doesNotContain("<h2>History", "Delete");
        assertThat(page(path, editor).body()).contains("History", "Delete");
        assertThat(page("/cities/999999").statusCode()).isEqualTo(404);
        assertThat(page("/cities/999999").body()).startsWith("<!doctype html>");
    }

    private String add(String... more) {
        String[] fields = {"name", "Nice", "countryCode", "FR", "population", "342 669", "key", "k" + more.length};
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        HttpResponse<String> added = post("/cities", editor, all);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        return header(added, "Location").replace("?added", "");
    }

    @Test
    void aCityIsAddedOnce() {
        assertThat(page("/cities/new", editor).body()).contains("<h1 dir=\"auto\">Add a city</h1>", "Europe/Paris");
        String path = add("latitude", "43,70", "longitude", "7.27", "otherNames", "Nizza\r\n\r\n Nissa \r\n");
        assertThat(page(path + "?added", editor).body())
                .contains("The city is added.", "342,669", "43.7, 7.27", "Nizza", "Nissa", "on this site");
        assertThat(add(
                        "latitude",
                        "43,70",
                        "longitude",
                        "7.27",
                        "otherNames",
                        "Nizza\r\n\r\n Nissa \r\n",
                        "confirmed",
                        "yes"))
                .as("another form")
                .isNotEqualTo(path);
        HttpResponse<String> again =
                post("/cities", editor, "name", "Cannes", "countryCode", "FR", "population", "7", "key", "same");
        HttpResponse<String> twice = post(
                "/cities",
                editor,
                "name",
                "Cannes",
                "countryCode",
                "FR",
                "population",
                "7",
                "key",
                "same",
                "confirmed",
                "yes");
        assertThat(header(twice, "Location")).isEqualTo(header(again, "Location"));
    }

    @Test
    void whatIsWrongIsToldBesideItsFieldAndNothingIsLost() {
        HttpResponse<String> refused = post(
                "/cities",
                editor,
                "name",
                "<script>alert(1)</script>",
                "countryCode",
                "",
                "population",
                "many",
                "latitude",
                "91, 7",
                "otherNames",
                "\"><img src=x>");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Not saved yet", "href=\"#population\"", "href=\"#countryCode\"", "href=\"#latitude\"")
                .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\"", "value=\"many\"", "value=\"91\"")
                .contains(
                        "&quot;&gt;&lt;img src=x&gt;",
                        "aria-invalid=\"true\"",
                        "Enter a whole number, such as 2100000.")
                .doesNotContain("<script>alert", "<img src=x");
        add("geonameId", "17");
        assertThat(post("/cities", editor, "name", "Anders", "countryCode", "DE", "population", "1", "geonameId", "17")
                        .body())
                .contains("href=\"#geonameId\"", "Another city has this number already.");
    }

    @ParameterizedTest
    @CsvSource({
        "population, '', 'Enter the number of inhabitants, or 0', 'Indiquez le nombre d’habitants, ou 0'",
        "population, 1.5, 'Enter a whole number, such as', 'Indiquez un nombre entier, par exemple'",
        "population, '1,234.567', 'Enter a whole number, such as', 'Indiquez un nombre entier, par exemple'",
        "population, 200000000, 'from 0 to 100,000,000.', 'de 0 à 100\u202f000\u202f000.'",
        "latitude, north, 'Enter a number of degrees, such as 48.85.', 'par exemple 48,85.'",
        "latitude, 48, 'Enter both latitude and longitude', 'la latitude et la longitude, ou ni'",
        "countryCode, '', 'Choose a country.', 'Choisissez un pays.'",
        "name, '', 'Fill this in.', 'Remplissez ce champ.'",
        "timezone, Paris, 'There is no time zone “Paris”.', 'pas de fuseau horaire «\u00a0Paris\u00a0».'",
        "geonameId, x, 'Enter a whole number', 'Indiquez un nombre entier'",
        "geonameId, 0, 'Enter a number from 1 to', 'Indiquez un nombre de 1 à'"
    })
    void faultsAreToldInWordsForPeople(String field, String typed, String english, String french) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("name", "A", "countryCode", "FR", "population", "1"));
        fields.put(field, typed);
        String[] sent = fields.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new);
        String page = post("/cities", editor, sent).body();
        assertThat(page.split(Pattern.quote(english), -1))
                .as("in the summary and beside the field: " + page)
                .hasSize(3);
        assertThat(page).doesNotContain("must ", "is required");
        assertThat(post("/cities", editor + "; language=fr", sent).body()).contains(french);
    }

    @ParameterizedTest
    @CsvSource({
        "2 100 000, '48,85', '2,35'",
        "'2,100,000', 48.85, 2.35",
        "2.100.000, 48.85°, 2.35°",
        "2\u00a0100\u00a0000\u00a0, '\u00a048,85\u00a0', '2,35\u202f°'",
        "2\u202f100\u202f000, 48.85, 2.35",
        "2’100’000, 48.85, 2.35"
    })
    void numbersAreUnderstoodAsPeopleWriteThem(String population, String latitude, String longitude) {
        String[] sent = {"name", "Paris", "countryCode", "FR", "key", "k", "population", population};
        String[] all = Arrays.copyOf(sent, 12);
        System.arraycopy(new String[] {"latitude", latitude, "longitude", longitude}, 0, all, 8, 4);
        HttpResponse<String> added = post("/cities", editor, all);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        assertThat(page(header(added, "Location").replace("?added", "")).body()).contains("2,100,000", "48.85, 2.35");
    }

    @ParameterizedTest
    @CsvSource({
        "population, '0.500'",
        "population, '000 123'",
        "latitude, '1°30'",
        "longitude, '0°07'",
        "latitude, '48° 51'",
        "longitude, '12 34'"
    })
    void whatMayMeanAnotherNumberIsNone(String field, String typed) {
        String[] sent = {"name", "Paris", "countryCode", "FR", "population", "5", "latitude", "1", "longitude", "1"};
        for (int i = 0; i < sent.length; i += 2) {
            sent[i + 1] = sent[i].equals(field) ? typed : sent[i + 1];
        }
        HttpResponse<String> refused = post("/cities", editor, sent);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("href=\"#" + field + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"population", "latitude", "longitude", "geonameId"})
    void anEndlessNumberIsRefusedAtOnce(String field) {
        String endless = "1" + " ".repeat(300_000) + "x";
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(post("/cities", editor, "name", "Paris", "countryCode", "FR", field, endless)
                                .statusCode())
                        .isEqualTo(400));
    }

    @Test
    void whatIsTooLargeToBeReadIsAPageThatSaysHowToGoOn() {
        String large = "x".repeat(2_000_000);
        for (String path : new String[] {"/cities", "/cities/1/edit", "/tokens"}) {
            HttpResponse<String> refused = post(path, editor, "name", "Nice", "otherNames", large);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body())
                    .contains("<h1>Too long to be sent</h1>", "Go back with your browser")
                    .doesNotContain("xxxxx");
        }
        assertThat(post("/cities", editor + "; language=fr", "name", large).body())
                .contains("Revenez en arrière avec votre navigateur");
    }

    @Test
    void howManySuggestionsThereAreIsTold() {
        assertThat(page("/cities").body())
                .contains("id=\"suggestions-told\" class=\"unseen\" role=\"status\"")
                .contains("data-none=\"No suggestion\"", "data-many=\"# suggestions, use the arrow keys\"");
        assertThat(page("/cities", FRENCH).body()).contains("data-many=\"# propositions, avec les touches fléchées\"");
    }

    @Test
    void aCityOfLikeNameNearbyIsWarnedOf() {
        add("latitude", "43.70", "longitude", "7.27");
        HttpResponse<String> warned = post(
                "/cities", editor, "name", "Nice", "countryCode", "FR", "population", "1", "latitude", "43.71, 7.26");
        assertThat(warned.statusCode()).isEqualTo(409);
        assertThat(warned.body()).contains("may be here already", "342,669", "name=\"confirmed\"");
        assertThat(post("/cities", editor, "name", "Nice", "countryCode", "US", "population", "1")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoSavesSecondChooses() {
        String path = add();
        String form = page(path + "/edit", editor).body();
        String version = found("name=\"version\" value=\"(\\d+)\"", form);
        String id = path.substring(path.lastIndexOf('/') + 1);
        HttpResponse<String> first = change(path, id, version, "Nice", "7");
        assertThat(header(first, "Location")).isEqualTo(path + "?saved=2");
        assertThat(page(path + "?saved=2", editor).body()).contains("Saved.", "Undo");
        HttpResponse<String> second = change(path, id, version, "Nizza", "342669");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("Somebody else saved first", "name=\"version\" value=\"2\"")
                .containsPattern("name=\"name\" value=\"Nizza\" checked=\"checked\"")
                .containsPattern("name=\"population\" value=\"7\" checked=\"checked\"");
        assertThat(header(change(path, id, "2", "Nizza", "7"), "Location")).isEqualTo(path + "?saved=3");
        HttpResponse<String> undone = post(path + "/restore", editor, "version", "2", "expected", "3");
        assertThat(header(undone, "Location")).isEqualTo(path + "?saved=4");
        assertThat(page(path, editor).body()).contains("<h1 dir=\"auto\">Nice</h1>", "Restored");
    }

    private HttpResponse<String> change(String path, String id, String version, String name, String population) {
        return post(
                path + "/edit",
                editor,
                "id",
                id,
                "version",
                version,
                "name",
                name,
                "countryCode",
                "FR",
                "population",
                population,
                "was.name",
                "Nice",
                "was.countryCode",
                "FR",
                "was.population",
                "342669");
    }

    @Test
    void aDeletedCityWaitsInTheTrash() {
        assertThat(page("/trash", editor).body()).contains("Nothing was deleted");
        String path = add();
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(header(post(path + "/delete", editor, "version", "9"), "Location"))
                .isEqualTo(path + "?stale");
        assertThat(page(path + "?stale", editor).body()).contains("Somebody else has changed this city meanwhile");
        HttpResponse<String> deleted = post(path + "/delete", editor, "version", "1");
        assertThat(header(deleted, "Location")).isEqualTo("/cities?deleted=" + id + "-1");
        assertThat(page("/cities?deleted=" + id + "-1", editor).body()).contains("The city is deleted.", "Undo");
        assertThat(page(path).statusCode()).isEqualTo(410);
        assertThat(page("/trash", editor).body()).contains("Nice", "Restore Nice", "342,669");
        assertThat(post(path + "/restore", editor, "version", "1").statusCode()).isEqualTo(303);
        assertThat(page(path).statusCode()).isEqualTo(200);
        assertThat(page("/trash", editor).body()).contains("Nothing was deleted");
    }

    @Test
    void whoDeletesComesBackToHisList() {
        String path = add();
        String id = path.substring(path.lastIndexOf('/') + 1);
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
                .startsWith(path + "?saved=");
    }

    @Test
    void whoIsNotSignedInAnyMoreLosesNothing() {
        String[] typed = {"name", "Nice", "countryCode", "FR", "population", "many", "otherNames", "Nizza"};
        for (String path : new String[] {"/cities", "/cities/7/edit", "/cities/form"}) {
            HttpResponse<String> lost = post(path, "Cookie: session=gone", typed);
            assertThat(lost.statusCode()).as(path).isEqualTo(401);
            assertThat(lost.body())
                    .contains("You are not signed in any more", "value=\"many\"", ">Nizza</textarea>")
                    .contains("href=\"/login?target=%2Fsigned-in\"", "formaction=\"/cities/form\"");
        }
        HttpResponse<String> again = post("/cities/form", editor, typed);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("value=\"many\"", "name=\"csrf\"").doesNotContain("not signed in any more");
        assertThat(page("/signed-in", editor).body()).contains("go on in the other one");
    }

    @Test
    void nobodyFillsAFormThatHeMayNotSend() {
        String viewer = signIn("viewer", Set.of());
        assertThat(header(page("/cities/new"), "Location")).isEqualTo("/login?target=%2Fcities%2Fnew");
        assertThat(header(page("/trash"), "Location")).isEqualTo("/login?target=%2Ftrash");
        String path = add();
        for (String forbidden : new String[] {"/cities/new", path + "/edit", "/trash"}) {
            assertThat(page(forbidden, viewer).statusCode()).as(forbidden).isEqualTo(403);
        }
        for (String forbidden : new String[] {"/cities", path + "/edit", path + "/delete", path + "/restore"}) {
            assertThat(post(forbidden, viewer, "version", "1", "name", "x").statusCode())
                    .as(forbidden)
                    .isEqualTo(403);
        }
        assertThat(post(path + "/delete", "Cookie: a=b", "version", "1").statusCode())
                .isEqualTo(401);
        assertThat(page(path, viewer).body()).doesNotContain("/edit", "Delete", "<h2>History");
    }

    @Test
    void namesStandInMessagesAsTheyAre() {
        HttpResponse<String> added =
                post("/cities", editor, "name", "Val-d'Isère {0} ''", "countryCode", "FR", "population", "7");
        String path = header(added, "Location").replace("?added", "");
        assertThat(page(path + "/edit", editor).body()).contains("Edit Val-d&#39;Isère {0} &#39;&#39;</h1>");
        assertThat(page("/cities", editor).body()).contains("aria-label=\"Edit Val-d&#39;Isère {0} &#39;&#39; here\"");
    }

    @Test
    void aCityThatWasDeletedMeanwhileIsNotLost() {
        String path = add();
        String id = path.substring(path.lastIndexOf('/') + 1);
        post(path + "/delete", editor, "version", "1");
        HttpResponse<String> gone = change(path, id, "1", "Nizza", "7");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("This city was deleted meanwhile", "value=\"Nizza\"");
        assertThat(page("/cities?deleted=1-1", editor).body()).doesNotContain("The city is deleted.");
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

    @Test
    void aPartOfAnAddressThatIsWrongIsToldAsAPart() {
        HttpResponse<String> part = page("/cities?cursor=x", "HX-Request: true", "HX-Target: more");
        assertThat(part.statusCode()).isEqualTo(400);
        assertThat(part.body()).contains("This list cannot be shown").doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version=", "version=x", "", "%zz=1", "version=99999999999999999999"})
    void aFormThatNoBrowserSendsIsABadRequest(String body) {
        String path = add();
        for (String action : new String[] {"/delete", "/restore"}) {
            assertThat(app.send("POST", path + action, body, BROWSER, FORM, editor)
                            .statusCode())
                    .as(action)
                    .isEqualTo(400);
        }
    }

    private HttpResponse<String> part(String method, String path, String... fields) {
        String body = method.equals("GET") ? null : form(fields);
        return app.send(method, path, body, "Accept: text/html", FORM, editor, "HX-Request: true");
    }

    @Test
    void aCellIsEditedInItsPlace() {
        String cell = add() + "/cell/population";
        assertThat(page("/cities", editor).body()).contains("hx-get=\"" + cell + "\"");
        assertThat(page("/cities").body()).doesNotContain("/cell/");
        HttpResponse<String> edited = part("GET", cell);
        assertThat(edited.body()).contains("name=\"population\" value=\"342669\"", "hx-post=\"" + cell + "\"");
        assertThat(edited.body()).doesNotContain("<html", "toast");
        HttpResponse<String> wrong = part("POST", cell, "version", "1", "population", "many");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("value=\"many\"", "Enter a whole number, such as 2100000.", "aria-invalid=\"true\"");
        HttpResponse<String> saved = part("POST", cell, "version", "1", "population", "1 000");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("1,000", "hx-swap-oob", "Saved.", "name=\"version\" value=\"1\"");
        assertThat(part("POST", cell, "version", "2", "population", "1000").body())
                .doesNotContain("Saved.");
        HttpResponse<String> stale = part("POST", cell, "version", "1", "population", "7");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("value=\"7\"", "here it is \u201c1,000\u201d now", "name=\"version\" value=\"2\"");
        assertThat(header(page(cell, editor), "Location")).isEqualTo(cell.replace("/cell/population", "/edit"));
        assertThat(part("GET", cell + "/shown").body()).contains("1,000").doesNotContain("toast");
        assertThat(part("GET", cell.replace("population", "country")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCellKeepsTheNameThatWasFound() {
        String path = add("otherNames", "Nizza <b>&?\nNissa");
        String found = "?found=Nizza+%3Cb%3E%26%3F";
        String line = "<small class=\"quiet\" dir=\"auto\">Nizza &lt;b&gt;&amp;?</small>";
        assertThat(page("/cities?q=nizza", editor).body()).contains("/cell/name" + found + "\"", line);
        String cell = path + "/cell/name";
        assertThat(part("GET", cell + found).body())
                .contains("data-leave=\"" + cell + "/shown" + found, "name=\"found\" value=\"Nizza &lt;b&gt;&amp;?\"");
        assertThat(part("GET", cell + "/shown" + found).body()).contains(line, cell + found);
        assertThat(part("POST", cell, "version", "1", "name", "", "found", "Nissa")
                        .body())
                .contains("name=\"found\" value=\"Nissa\"");
        assertThat(part("POST", cell, "version", "1", "name", "Nice!", "found", "Nissa")
                        .body())
                .contains("Nissa</small>");
        assertThat(part("GET", cell + "/shown?found=Other").body()).doesNotContain("Other");
    }

    private String check(String field, String country, String latitude, String longitude) {
        HttpResponse<String> answer = part(
                "POST",
                "/cities/check",
                "field",
                field,
                "name",
                "A",
                "countryCode",
                country,
                "population",
                "1",
                "latitude",
                latitude,
                "longitude",
                longitude);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aFieldIsCheckedAsOneGoes() {
        assertThat(check("latitude", "FR", "95", "4"))
                .contains("id=\"latitude-fault\"", "Enter a number from -90 to 90.");
        assertThat(check("population", "FR", "95", "4"))
                .contains("id=\"population-fault\"")
                .contains("></p>");
        assertThat(check("latitude", "FR", "45.7", "4.8")).contains("></p>");
        assertThat(check("latitude", "FR", "4.8", "45.7")).contains("look swapped");
        assertThat(check("longitude", "FR", "-45", "170")).contains("far away from all other cities");
        assertThat(check("longitude", "DE", "-45", "170")).contains("></p>");
        assertThat(check("\"><b>", "FR", "95", "4"))
                .contains("id=\"name-fault\"")
                .doesNotContain("<b>");
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
    void whatIsKeptIsToldAsTheReaderWritesIt() {
        String path = add("latitude", "43.7", "longitude", "7.27");
        String id = path.substring(path.lastIndexOf('/') + 1);
        change(path, id, "1", "Nice", "1000000");
        assertThat(page(path, editor).body())
                .contains("<del>342,669</del> <ins>1,000,000</ins>", "<ins>France (FR)</ins>", "<ins>43.7</ins>");
        for (String of : new String[] {path, "/activity"}) {
            assertThat(page(of, editor + "; language=fr").body())
                    .contains("<del>342\u202f669</del> <ins>1\u202f000\u202f000</ins>", "<ins>43,7</ins>")
                    .contains("Modifiée", "sur ce site");
        }
        assertThat(page(path.replace(id, "1"), editor + "; language=fr").body()).contains("45,75\u00a0; 4,85");
        HttpResponse<String> conflict = post(
                path + "/edit",
                editor + "; language=fr",
                "id",
                id,
                "version",
                "1",
                "name",
                "Nizza",
                "countryCode",
                "CH",
                "population",
                "1 000 000",
                "was.population",
                "342669",
                "was.name",
                "Nice");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("Suisse (CH)", "France (FR)", "name=\"countryCode\" value=\"CH\"")
                .as("of one number two spellings are one")
                .containsPattern("type=\"hidden\" name=\"population\" value=\"1000000\"");
    }

    @Test
    void aLongHistoryIsReadPageByPage() {
        String path = add();
        String id = path.substring(path.lastIndexOf('/') + 1);
        for (int i = 1; i <= 55; i++) {
            assertThat(change(path, id, Integer.toString(i), "Nice", Integer.toString(1000 + i))
                            .statusCode())
                    .isEqualTo(303);
        }
        String newest = page(path, editor).body();
        assertThat(newest).contains("version 56<", "version 7<").doesNotContain("version 6<", "To the newest entries");
        String older = found("href=\"(" + path + "\\?before=\\d+)#history\">Older entries", newest);
        assertThat(page(older, editor).body())
                .contains("version 6<", "version 1<", "<b>Added</b>", "To the newest entries")
                .doesNotContain("version 7<", "Older entries");
        assertThat(page(path + "?before=1", editor).body()).contains("To the newest entries");
        assertThat(page(path + "?before=x", editor).body()).contains("version 56<");
    }

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

    @Test
    void aPageIsMadeWhenNobodyWaitsForIt() {
        int counts = register.counts();
        register.warmUp();
        assertThat(register.counts()).as("the whole list").isEqualTo(counts + 1);
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
        String part = page("/cities?q=Lyon", "HX-Request: true").body();
        assertThat(part).as("htmx takes it").contains("<title>Lyon · Cities · City API</title>");
        assertThat(page("/cities?q=Lyon").body().split("<title", -1)).hasSize(2);
    }

    private static String title(HttpResponse<String> page) {
        return found("<title>([^<]*)</title>", page.body());
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
        String id = path.substring(path.lastIndexOf('/') + 1);
        change(path, id, "1", "Nizza", "7");
        post(path + "/delete", editor, "version", "2");
        assertThat(actions(page("/activity" + query, editor))).isEqualTo(actions);
    }

    private static String actions(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return Pattern.compile("<p><b>([^<]*)</b>")
                .matcher(page.body())
                .results()
                .map(action -> action.group(1))
                .collect(Collectors.joining(" "));
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
        for (int i = 0; i < 51; i++) {
            app.add("{\"name\":\"Ville " + i + "\",\"countryCode\":\"FR\",\"population\":1}");
        }
        HttpResponse<String> first = page("/activity", editor);
        assertThat(actions(first).split(" ")).hasSize(50);
        String next = found("href=\"(/activity\\?before=\\d+)\"", first.body());
        assertThat(actions(page(next, editor)).split(" ")).hasSize(3);
    }
}
