package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a city: what it shows to whom, its history, and what happens when two people change it. */
class CityPageTest extends CityPagesOnMemory {

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

    @Test
    void namesStandInMessagesAsTheyAre() {
        HttpResponse<String> added =
                post("/cities", editor, "name", "Val-d'Isère {0} ''", "countryCode", "FR", "population", "7");
        String path = header(added, "Location").replace("?added", "");
        assertThat(page(path + "/edit", editor).body()).contains("Edit Val-d&#39;Isère {0} &#39;&#39;</h1>");
        assertThat(page("/cities", editor).body())
                .contains("aria-label=\"Edit the name of Val-d&#39;Isère {0} &#39;&#39; here\"");
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
        // The switch of languages leads back to a page, and not to where a form was sent.
        assertThat(app.send(
                                "POST",
                                path + "/restore",
                                "version=1",
                                "Accept: text/html",
                                FORM,
                                viewer,
                                "Referer: http://localhost:" + register.port() + path + "?x=1")
                        .body())
                .contains("<input type=\"hidden\" name=\"back\" value=\"" + path + "?x=1\">");
        assertThat(post(path + "/delete", NOBODY, "version", "1").statusCode()).isEqualTo(401);
        assertThat(page(path, viewer).body()).doesNotContain("/edit", "Delete", "<h2>History");
    }

    @Test
    void whoSavesSecondChooses() {
        String path = add();
        String form = page(path + "/edit", editor).body();
        String version = found("name=\"version\" value=\"(\\d+)\"", form);
        HttpResponse<String> first = change(path, version, "Nice", "7");
        assertThat(header(first, "Location")).isEqualTo(path + "?saved=2");
        assertThat(page(path + "?saved=2", editor).body()).contains("Saved.", "Undo");
        HttpResponse<String> second = change(path, version, "Nizza", "342669");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("Somebody else saved first", "name=\"version\" value=\"2\"")
                .containsPattern("name=\"name\" value=\"Nizza\" checked=\"checked\"")
                .containsPattern("name=\"population\" value=\"7\" checked=\"checked\"");
        assertThat(header(change(path, "2", "Nizza", "7"), "Location")).isEqualTo(path + "?saved=3");
        HttpResponse<String> undone = post(path + "/restore", editor, "version", "2", "expected", "3");
        assertThat(header(undone, "Location")).isEqualTo(path + "?saved=4");
        assertThat(page(path, editor).body()).contains("<h1 dir=\"auto\">Nice</h1>", "Restored");
    }

    @Test
    void whatIsKeptIsToldAsTheReaderWritesIt() {
        String path = add("latitude", "43.7", "longitude", "7.27");
        String id = id(path);
        change(path, "1", "Nice", "1000000");
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

    @ParameterizedTest
    @CsvSource({
        "en, '[A-Z][a-z]{2} \\d+, 20\\d\\d, '",
        "'en-GB,en;q=0.9', '\\d+ [A-Z][a-z]{2,3} 20\\d\\d, \\d\\d:'",
        "'de, en-gb;q=0.5', '\\d+ [A-Z][a-z]{2,3} 20\\d\\d, \\d\\d:'",
        "'fr-CA, en-GB', '\\d+(?:er)? \\S+ 20\\d\\d,? (?:à )?\\d+.h'",
        "fr-FR, '\\d+(?:er)? \\S+ 20\\d\\d,? (?:à )?\\d\\d:'",
        "'en-001, en-GB;q=0, en', '[A-Z][a-z]{2} \\d+, 20\\d\\d, '"
    })
    void datesAreWrittenAsInTheReadersRegion(String accepted, String date) {
        HttpResponse<String> shown = page(add(), "Accept-Language: " + accepted);
        assertThat(shown.body()).containsPattern("<dd>" + date);
        assertThat(header(shown, "Vary")).contains("Accept-Language");
    }

    @Test
    void theStateOfTheFirstLoadIsToldAndComesBack() {
        Instant then = Instant.parse("2026-01-02T03:04:05Z");
        Ports ports = register.ports();
        City loaded = ports.work().write(() -> ports.cities().add(CitySamples.city("Antibes", "FR", 10), null, then));
        String path = "/cities/" + loaded.id().value();
        assertThat(page(path, editor).body()).doesNotContain("First load of the register");
        String cell = path + "/cell/population";
        part("POST", cell, "version", "1", "population", "11");
        part("POST", cell, "version", "2", "population", "12");
        assertThat(page(path, editor).body())
                .containsPattern("<b>Changed</b>[\\s\\S]*<b>First load of the register</b>[\\s\\S]*Jan 2, 2026"
                        + "[\\s\\S]*<ins>Antibes</ins>[\\s\\S]*name=\"version\" value=\"1\">");
        assertThat(header(post(path + "/restore", editor, "expected", "3", "version", "1"), "Location"))
                .isEqualTo(path + "?saved=4");
        assertThat(page(path).body()).contains("<dd>10</dd>");
        assertThat(page(add(), editor).body()).doesNotContain("First load of the register");
    }

    @Test
    void datesAreWrittenAsInTheReadersRegionOfTheLanguageThatHeChose() {
        String path = add();
        String accepted = "Accept-Language: fr-CA,fr;q=0.9,en-GB;q=0.8";
        assertThat(page(path, accepted, "Cookie: language=en").body())
                .containsPattern("<dd>\\d+ [A-Z][a-z]{2,3} 20\\d\\d, \\d\\d:");
        assertThat(page(path, "Accept-Language: en-US,en;q=0.9,fr-CA;q=0.8", FRENCH)
                        .body())
                .containsPattern("<dd>\\d+(?:er)? \\S+ 20\\d\\d,? (?:à )?\\d+.h");
        assertThat(page(path, accepted).body()).contains("<html lang=\"fr\"");
    }

    @Test
    void aLongHistoryIsReadPageByPage() {
        String path = add();
        for (int i = 1; i <= 55; i++) {
            assertThat(change(path, Integer.toString(i), "Nice", Integer.toString(1000 + i))
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
}
