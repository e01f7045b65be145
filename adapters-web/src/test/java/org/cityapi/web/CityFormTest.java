package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of a city: how people write what they know, and how they are told what is wrong with it. */
class CityFormTest extends CityPagesOnMemory {

    @Test
    void aFormOfMoreFieldsThanAnyOfOursIsNotTakenApart() {
        assertThat(app.send("POST", "/cities/check", "a&".repeat(1_099) + "b", BROWSER, FORM, NOBODY)
                        .statusCode())
                .isNotEqualTo(400);
        HttpResponse<String> refused =
                app.send("POST", "/cities/check", "a&".repeat(1_100) + "b", BROWSER, FORM, NOBODY);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("more than 1,100 fields");
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
        HttpResponse<String> twice =
                post("/cities", editor, "name", "Cannes", "countryCode", "FR", "population", "7", "key", "same");
        assertThat(header(twice, "Location")).isEqualTo(header(again, "Location"));
    }

    /** By its key a script knows a form that may be sent again before the first has come to its end. */
    @Test
    void aFormThatIsSentTwiceAddsOnceAndHasAKeyForThat() {
        assertThat(page("/cities/new", editor).body()).containsPattern("name=\"key\" value=\"[^\"]+\"");
        assertThat(page(add() + "/edit", editor).body()).doesNotContain("name=\"key\"");
        assertThat(page("/tokens", editor).body()).doesNotContain("name=\"key\"");
    }

    @Test
    void aFormThatIsSentTwiceAtOnceComesBack() {
        page("/cities/new", editor); // writes down who he is
        List<HttpResponse<String>> answers = register.sentAtOnce(this::addCannes);
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
        int refused = answers.get(0).statusCode() == 409 ? 0 : 1;
        assertThat(header(answers.get(refused), "Retry-After")).isEqualTo("2");
        assertThat(answers.get(refused).body())
                .contains("still being saved", "What you typed is still here.", "value=\"Cannes\"", "value=\"same\"")
                .doesNotContain("Idempotency-Key");
        assertThat(header(addCannes(), "Location")).isEqualTo(header(answers.get(1 - refused), "Location"));
    }

    private HttpResponse<String> addCannes() {
        return addCannes("7");
    }

    private HttpResponse<String> addCannes(String population) {
        return post("/cities", editor, "name", "Cannes", "countryCode", "FR", "population", population, "key", "same");
    }

    @Test
    void aFormThatWasChangedSinceItAddedACityIsKept() {
        String first = header(addCannes(), "Location").replace("?added", "");
        HttpResponse<String> changed = addCannes("8");
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body())
                .contains("has added a city already", "href=\"" + first + "\"", "it adds another city")
                .contains("value=\"Cannes\"", "name=\"population\"", "value=\"8\"")
                .doesNotContain("Idempotency-Key", "value=\"same\"", "may be here already");
        String key = found("name=\"key\" value=\"([^\"]+)\"", changed.body());
        String[] another = {"name", "Cannes", "countryCode", "FR", "population", "8", "key", key, "confirmed", "yes"};
        HttpResponse<String> added = post("/cities", editor, another);
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(header(added, "Location")).isNotEqualTo(first + "?added");
        assertThat(post(
                                "/cities",
                                editor + "; language=fr",
                                "name",
                                "Cannes",
                                "countryCode",
                                "FR",
                                "population",
                                "9",
                                "key",
                                "same")
                        .body())
                .contains("a déjà ajouté une ville");
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
        assertThat(all("<li><a href=\"#(\\w+)\"", refused)).containsExactly("countryCode", "population", "latitude");
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
    void whoSavesWhileOthersWriteLosesNothing() {
        String path = add();
        register.busy(true);
        HttpResponse<String> changed = change(path, "1", "Nizza", "7");
        HttpResponse<String> added = post("/cities", editor, "name", "Nizza", "countryCode", "DE", "population", "7");
        for (HttpResponse<String> busy : List.of(changed, added)) {
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(header(busy, "Retry-After")).isEqualTo("2");
            assertThat(busy.body()).contains("Others are writing", "What you typed is still here.", "value=\"Nizza\"");
        }
        assertThat(changed.body()).contains("name=\"version\" value=\"1\"");
        register.busy(false);
        assertThat(header(change(path, "1", "Nizza", "7"), "Location")).isEqualTo(path + "?saved=2");
    }

    @Test
    void whoMayHaveSavedIsToldToLookFirst() {
        String path = add();
        HttpResponse<String> open;
        register.broken(true);
        try {
            open = change(path, "1", "Nizza", "7");
        } finally {
            register.broken(false);
        }
        assertThat(open.statusCode()).isEqualTo(503);
        assertThat(open.headers().map()).doesNotContainKey("retry-after");
        assertThat(open.body())
                .contains("Look whether it is there before you send it again.", "value=\"Nizza\"")
                .doesNotContain("Idempotency-Key");
    }

    @Test
    void whoIsNotSignedInAnyMoreLosesNothing() {
        String[] typed = {"name", "Nice", "countryCode", "FR", "population", "many", "otherNames", "Nizza"};
        for (String path : new String[] {"/cities", "/cities/7/edit", "/cities/form"}) {
            HttpResponse<String> lost = post(path, SIGNED_OUT, typed);
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
    void whoHasLostTheRightToSaveFindsAgainWhatHeTyped() {
        String path = add();
        String reader = signIn("reader", EnumSet.of(Permission.READ_HISTORY));
        String[] typed = {"name", "Nizza", "countryCode", "FR", "population", "many"};
        for (String sent : new String[] {"/cities", path + "/edit", "/cities/form"}) {
            HttpResponse<String> refused = post(sent, reader, typed);
            assertThat(refused.statusCode()).as(sent).isEqualTo(403);
            assertThat(refused.body())
                    .contains("no right to save cities any more", "nothing was saved", "What you typed is still here.")
                    .contains("value=\"Nizza\"", "value=\"many\"");
        }
        assertThat(post("/cities", reader + "; language=fr", typed).body()).contains("Vous n’avez plus le droit");
        assertThat(post("/cities/form", editor, typed).statusCode()).isEqualTo(200);
    }

    /** Who saves is judged anew where the request has lasted; nothing of it is done where that cannot be. */
    @Test
    void whoCannotBeRecognizedWhileHeSavesLosesNothing() {
        String path = add();
        String[] typed = {"version", "1", "name", "Nizza", "countryCode", "FR", "population", "7"};
        for (String sent : new String[] {"/cities", path + "/edit", "/cities/form"}) {
            HttpResponse<String> away = app.send("POST", sent, form(typed), BROWSER, FORM, editor, "X-Judgements: 0");
            assertThat(away.statusCode()).as(sent).isEqualTo(503);
            assertThat(away.body()).contains("What you typed is still here.", "value=\"Nizza\"");
            assertThat(app.send("POST", sent, form(typed), BROWSER, FORM, editor, "X-Judgements: 1")
                            .statusCode())
                    .as("asked once")
                    .isEqualTo(sent.endsWith("form") ? 200 : 303);
        }
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
}
