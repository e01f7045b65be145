package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.OnError;
import org.junit.jupiter.api.Test;

/** Imports of programs, as people follow them and take them back on the pages. */
class ImportPagesTest extends ImportPagesOnMemory {

    private String imported(String query, String file) {
        return imported(query, file, "text/csv");
    }

    private String imported(String query, String file, String type) {
        return header(
                        app.send("POST", "/api/v2/imports" + query, file, Client.EDITOR, "Content-Type: " + type),
                        "Location")
                .replace("/api/v2", "");
    }

    @Test
    void whereAllStandsOnOneLineRowsAreToldByTheirNumbers() {
        String feature = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":"
                + "{\"name\":\"Lyon\",\"country\":\"FR\",\"population\":%d}}";
        String file = "{\"type\":\"FeatureCollection\",\"features\":[" + feature.formatted(1) + ","
                + feature.formatted(-1) + "]}";
        String trial = ended(imported("?dryRun=true", file, "application/geo+json"));
        assertThat(trial)
                .contains("row 2, line 1", ">Row</th>")
                .containsPattern("<td class=\"figure\">2</td>\\s*<td class=\"figure\">1</td>\\s*<td>Refused");
        String lines = ended(imported("?dryRun=true", "name,country,population\nLyon,FR,-1\n"));
        assertThat(lines).contains("line 2").doesNotContain("row 1", ">Row</th>");
    }

    @Test
    void importsAreFollowedAndTakenBack() {
        assertThat(page("/imports", ada).body()).contains("Nothing was imported yet.");
        String head = "name,country,population\n";
        String trial = imported("?dryRun=true&onError=skip", head + "Lyon,FR,1\n<b>Bern,CH,-1\n");
        assertThat(ended(trial))
                .contains(
                        "a dry run", "line 3", "Enter a number from 0 to 100,000,000.", "&lt;b&gt;Bern", ">Added</td>")
                .doesNotContain("<b>Bern", "Take it back");
        assertThat(page(trial + "?outcome=rejected", ada).body()).doesNotContain(">Added</td>");
        HttpResponse<String> errors = app.get(trial + "/errors", "Accept: */*", ada);
        assertThat(header(errors, "Content-Disposition")).contains("-errors.csv");
        assertThat(errors.body()).contains("<b>Bern,CH,-1,3,");
        String real = imported("", head + "Lyon,FR,1\nBern,CH,2\n");
        assertThat(ended(real)).contains("Take it back", "<dd>2</dd>");
        String part = app.send("GET", real, null, BROWSER, ada, PART).body();
        assertThat(part).contains("id=\"state\"").doesNotContain("<html");
        assertThat(header(sendForm(real + "/undo", ada, ""), "Location")).isEqualTo(real);
        assertThat(page(real, ada).body()).contains("Taken back").doesNotContain("Take it back");
        assertThat(sendForm(real + "/undo", ada, "").statusCode()).isEqualTo(409);
        assertThat(sendForm(real + "/cancel", ada, "").statusCode()).isEqualTo(409);
        assertThat(page("/imports", ada).body()).contains("Import " + id(real));
        assertThat(page("/imports/999999", ada).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTakenBackSaysHowManyCitiesWereLeft() {
        String french = ada + "; language=fr";
        String real = imported("", "name,country,population\nLyon,FR,1\nBern,CH,2\nRoma,IT,3\n");
        ended(real);
        assertThat(page(real, french).body()).contains("Annuler cet import");
        for (int i = 2; i <= 3; i++) {
            post("/cities/" + i + "/cell/population", ada, "version", "1", "population", "77");
        }
        sendForm(real + "/undo", ada, "");
        assertThat(page(real, ada).body()).contains("<b>Taken back, but for 2 cities</b>");
        assertThat(page("/imports", french).body()).contains("<td>Annulé, sauf 2 villes ");
        assertThat(page(waiting(false), french).body()).contains("Abandonner cet import");
    }

    @Test
    void moreFaultsThanAreToldAreSpokenOf() {
        String head = "name,country,population\n";
        String many = imported("?dryRun=true", head + "Lyon,FR,-1\n".repeat(101));
        assertThat(ended(many))
                .contains("There are more faults than the 100 told here", many + "?outcome=rejected#by-row");
        assertThat(page("/imports", ada).body())
                .as("as its own page says")
                .contains("Tried: rows are refused")
                .doesNotContain("Failed: nothing is stored");
        assertThat(ended(imported("?dryRun=true", head + "Lyon,FR,-1\n".repeat(100))))
                .doesNotContain("There are more faults");
    }

    @Test
    void aNumberOfNobodyIsToldWhereARowIsNoNewCity() {
        String row = "{\"id\":999999,\"population\":5%s}\n";
        String upsert = "?dryRun=true&mode=upsert";
        assertThat(ended(imported(upsert, row.formatted(""), "application/x-ndjson")))
                .contains("<b>id</b> <q dir=\"auto\">999999</q> is not known here");
        String whole = row.formatted(",\"name\":\"Lyon\",\"country\":\"FR\"");
        assertThat(ended(imported(upsert, whole, "application/x-ndjson"))).doesNotContain("is not known here");
    }

    /** One that nobody runs. */
    private String waiting(boolean dryRun) {
        ImportOrder order = new ImportOrder(ImportFormat.CSV, ImportMode.INSERT, OnError.ABORT, dryRun, false);
        return "/imports/"
                + register.ports()
                        .imports()
                        .add(order, user("ada").id(), "elsewhere", 10, Instant.EPOCH)
                        .id()
                        .value();
    }

    @Test
    void theRowsOfADryRunAreToldWhenItIsDone() {
        String trial = waiting(true);
        assertThat(page(trial, ada).body())
                .contains("every 1s", "The rows are told when the dry run is done.")
                .doesNotContain("no dry run");
        assertThat(page(trial, ada + "; language=fr").body())
                .contains("Les lignes sont montrées quand l’essai est terminé.");
        assertThat(page(waiting(false), ada).body()).contains("of an import that is no dry run");
        String done = imported("?dryRun=true", "name,country,population\nLyon,FR,1\n");
        ended(done);
        assertThat(page(done + "?outcome=updated", ada).body())
                .contains("No row like that is kept.")
                .doesNotContain("no dry run");
    }
}
