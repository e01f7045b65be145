package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An import in steps: rows come, their columns are matched, it is tried and done. */
class ImportWizardTest extends ImportPagesOnMemory {

    @Test
    void aPasteIsMatchedTriedDoneOnceAndTakenBack() {
        assertThat(page("/imports", ada).body()).contains("href=\"/imports/new\"");
        assertThat(page("/imports/new", ada).body())
                .contains("enctype=\"multipart/form-data\"", "up to 200 MB", "aria-current=\"step\"")
                .doesNotContain("class=\"notice");
        String draft = paste(FRENCH_ROWS);
        HttpResponse<String> columns = page(draft, ada);
        assertThat(header(columns, "Cache-Control")).isEqualTo("no-store");
        assertThat(chosen(columns)).isEqualTo("name countryCode population -");
        assertThat(columns.body()).contains("rows: 1", "522969", "France").doesNotContain("notice error");
        HttpResponse<String> tried = match(draft, columns("name", "countryCode", "population", "adminCode"));
        assertThat(tried.statusCode()).isEqualTo(303);
        String trial = header(tried, "Location");
        assertThat(ended(trial))
                .contains("Do it", "Back to the columns", "a dry run", " <ins>x</ins>", "This is what would become");
        assertThat(chosen(page(draft, ada))).isEqualTo("name countryCode population adminCode");
        String done = header(post(draft + "/run", ada, "trial", id(trial)), "Location");
        assertThat(done).matches("/imports/[0-9]+").isNotEqualTo(trial);
        assertThat(header(post(draft + "/run", ada, "trial", id(trial)), "Location"))
                .isEqualTo(done);
        assertThat(header(match(draft, "column.0", "name"), "Location")).isEqualTo(done);
        assertThat(header(page(draft, ada), "Location")).isEqualTo(done);
        assertThat(ended(done)).contains("Take it back").doesNotContain("Do it<");
        assertThat(ended(trial))
                .contains("After this dry run", "href=\"" + done + "\"")
                .doesNotContain("Do it<");
        assertThat(app.get("/api/v2/cities?q=lyon").body()).contains("\"adminCode\":\"x\"");
        assertThat(header(post(done + "/undo", ada), "Location")).isEqualTo(done);
        assertThat(page(done, ada).body()).contains("Taken back");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name;pays;pop\\nLyon;FR;1 | CSV | name countryCode population",
                "[{\"city\":\"Lyon\",\"iso2\":\"FR\",\"inhabitants\":1}] | JSON | name countryCode population",
                "{\"city\":\"Lyon\",\\n\"iso2\":\"FR\",\"inhabitants\":1} | JSON | name countryCode population",
                "{\"city\":\"Lyon\",\"iso2\":\"FR\",\"inhabitants\":1}\\n{\"city\":\"Bern\"} | NDJSON | name countryCode population",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"nom\":\"Lyon\",\"pays\":\"FR\",\"pop\":1,\"latitude\":5}}]} | GeoJSON | name countryCode population -"
            })
    void aFileIsKnownByItsContent(String file, String format, String fields) {
        HttpResponse<String> sent = send(ada, file.replace("\\n", "\n"), " \r\n");
        HttpResponse<String> columns = page(header(sent, "Location"), ada);
        assertThat(columns.body()).contains("<p class=\"quiet\">" + format + " ");
        assertThat(chosen(columns)).isEqualTo(fields);
        String trial = tried(header(sent, "Location"));
        assertThat(ended(trial)).contains(">Added</td>", "Name  <ins>Lyon</ins>");
    }

    @Test
    void whatIsWrongWithTheColumnsIsToldBesideThem() {
        String draft = paste("a;b;c;d\nx1;y1;z1;w1\n");
        HttpResponse<String> refused = match(
                draft,
                "column.0",
                "name",
                "column.1",
                "name",
                "column.2",
                "latitude",
                "mode",
                "upsert",
                "onError",
                "skip");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "<b>Country</b> is required",
                        "<b>Inhabitants</b> is required",
                        "<b>Longitude</b> is missing",
                        "id=\"column.0-fault\"",
                        "id=\"column.1-fault\"",
                        "value=\"upsert\" checked",
                        "value=\"skip\" checked")
                .doesNotContain("column.2-fault");
        assertThat(chosen(refused)).isEqualTo("name name latitude -");
        assertThat(chosen(page(draft, ada))).isEqualTo("name name latitude -");
        assertThat(match(draft, "column.0", "nonsense").statusCode()).isEqualTo(400);
        // Whoever changes cities need not tell all of them anew.
        String trial = header(
                match(draft, "column.0", "geonameId", "column.1", "adminCode", "mode", "upsert", "onError", "skip"),
                "Location");
        assertThat(ended(trial)).contains("line 2", "a – Enter a whole number, such as 2100000.", "x1 | y1");
    }

    @Test
    void namesAndValuesOfStrangersAreText() {
        String longest = "n".repeat(900);
        String draft = paste(
                "<i>name</i>;\u05e2\u05d9\u05e8 {0};" + longest + ";;" + "\nA;<script>;" + "v".repeat(500) + ";x\n");
        String page = page(draft, ada).body();
        assertThat(page)
                .contains(
                        "&lt;i&gt;name&lt;/i&gt;",
                        "What “\u05e2\u05d9\u05e8 {0}” means",
                        "&lt;script&gt;",
                        "v".repeat(80) + "…",
                        longest,
                        ">#4<",
                        ">#5<")
                .doesNotContain("<i>", "<script>", "v".repeat(81));
        assertThat(page(draft, ada + "; language=fr").body()).contains("Ce que signifie");
    }

    @Test
    void whetherTheFirstLineIsARowIsGuessedAndCorrected() {
        String draft = paste("Lyon;FR;522 969\nBern;CH;850.000\n");
        assertThat(page(draft, ada).body())
                .contains("rows: 2", "seems to be a row", ">#1</th>", ">Lyon</span>", "name=\"headed\" value=\"yes\"")
                .doesNotContain("value=\"yes\" checked", "may be a row already");
        assertThat(chosen(page(draft, ada))).isEqualTo("name countryCode population");
        String trial = header(
                post(draft, ada, "column.0", "name", "column.1", "countryCode", "column.2", "population"), "Location");
        assertThat(ended(trial)).contains("<ins>Lyon</ins>", "<ins>522,969</ins>", "<ins>850,000</ins>");
        HttpResponse<String> headed = match(draft, "column.0", "name", "column.1", "countryCode");
        assertThat(headed.body())
                .contains("rows: 1", ">Lyon</th>", "value=\"yes\" checked", "may be a row already")
                .doesNotContain("seems to be a row");
        HttpResponse<String> row = post(draft, ada, "column.0", "name");
        assertThat(row.body()).contains("rows: 2", ">#1</th>");
        String named = page(paste("[{\"ville\":\"Lyon\"}]"), ada).body();
        assertThat(named).contains("rows: 1").doesNotContain("name=\"headed\"");
    }

    @Test
    void whatIsRefusedComesBackAsEveryDoorTakesIt() {
        String draft =
                paste("ville;pays;pop;lat;lon;alternatenames\nLyon;Frankreich-;522 969;45,75;4,85;Lugdunum,Lion\n");
        String trial = header(
                match(draft, columns("name", "countryCode", "population", "latitude", "longitude", "otherNames")),
                "Location");
        ended(trial);
        assertThat(page(trial + "/errors", ada).body())
                .startsWith("name,countryCode,population,latitude,longitude,otherNames,line,reason\r\n"
                        + "Lyon,Frankreich-,522969,45.75,4.85,Lugdunum|Lion,2,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,countryCode,country,population\nOslo,FR,Norway,7\n",
                "{\"name\":\"Oslo\",\"countryCode\":\"FR\",\"country\":\"Norway\",\"population\":7}\n{\"name\":\"\"}"
            })
    void aCountryBesideItsCodeIsComparedAsByTheApi(String rows) {
        String draft = paste(rows);
        HttpResponse<String> columns = page(draft, ada);
        assertThat(chosen(columns)).isEqualTo("name countryCode country population");
        assertThat(columns.body()).contains("Country (only checked against the code)");
        String trial = header(match(draft, columns("name", "countryCode", "country", "population")), "Location");
        assertThat(ended(trial)).contains("country – is not the country that the code FR stands for");
        String refused = page(trial + "/errors", ada).body();
        assertThat(chosen(page(paste(refused), ada))).contains("countryCode", " country");
        String without = header(match(draft, columns("name", "countryCode", "", "population")), "Location");
        assertThat(ended(without)).contains("<ins>Oslo</ins>").doesNotContain("stands for");
        assertThat(match(draft, columns("name", "", "country", "population")).body())
                .contains("<b>Country</b> is required");
    }

    @Test
    void rowsThatAreRefusedCanBeLeftOut() {
        String draft = paste("ville,pays,pop\nLyon,FR,1\nNowhere,ZZ,2\n");
        String trial = tried(draft);
        assertThat(ended(trial))
                .contains("Tried: rows are refused", "Do it without the refused rows", "line 3", "pays")
                .doesNotContain("Do it<");
        // With the names of the fields, so that it can be mended and imported by any door.
        assertThat(page(trial + "/errors", ada).body())
                .startsWith(
                        "name,countryCode,population,line,reason\r\nNowhere,ZZ,2,3,\"countryCode – There is no country \u201cZZ\u201d. Give its code");
        String done = header(post(draft + "/run", ada, "trial", id(trial), "skip", "yes"), "Location");
        assertThat(ended(done)).contains("Take it back", "<dd>1</dd>");
    }

    @Test
    void aDryRunThatIsNotTheLastIsNotDone() {
        String draft = paste("ville,pays,pop,x\nLyon,FR,1,2\n");
        String first = tried(draft);
        String second = tried(draft);
        ended(first);
        ended(second);
        assertThat(header(post(draft + "/run", ada, "trial", id(first)), "Location"))
                .isEqualTo(draft);
        assertThat(page(first, ada).body()).doesNotContain("Do it<");
        assertThat(header(post(draft + "/run", ada), "Location")).isEqualTo(draft);
        assertThat(header(post(draft + "/run", ada, "trial", id(second)), "Location"))
                .isNotEqualTo(draft);
    }

    @Test
    void nobodyElseSeesADraft() {
        String draft = paste(FRENCH_ROWS);
        String trial = tried(draft);
        ended(trial);
        String bob = signIn("bob", EnumSet.of(Permission.IMPORT_CITIES));
        HttpResponse<String> hidden = page(draft, bob);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body())
                .contains("This import is prepared no more", "href=\"/imports/new\"")
                .doesNotContain("ville");
        for (String path : new String[] {"", "/run", "/cancel"}) {
            assertThat(sendForm(draft + path, bob, "trial=" + id(trial)).statusCode())
                    .isEqualTo(404);
        }
        assertThat(page(trial, bob).body()).doesNotContain("Do it");
        assertThat(page(trial, ada).body()).contains("Do it");
        String viewer = signIn("viewer", Set.of());
        for (String path : new String[] {"/imports/new", draft}) {
            assertThat(page(path, viewer).statusCode()).isEqualTo(403);
        }
        assertThat(send(viewer, null, FRENCH_ROWS).statusCode()).isEqualTo(403);
        assertThat(header(page("/imports/new", NOBODY), "Location")).startsWith("/login");
    }

    @Test
    void whatIsGivenUpOrOldIsGone() {
        String draft = paste(FRENCH_ROWS);
        assertThat(header(post(draft + "/cancel", ada), "Location")).isEqualTo("/imports");
        assertThat(page(draft, ada).statusCode()).isEqualTo(404);
        String old = paste(FRENCH_ROWS);
        Ports ports = register.ports();
        ImportDraft kept = ports.drafts().find(ports.drafts().all().get(0).id()).orElseThrow();
        ports.drafts()
                .replace(kept.with(kept.outline(), kept.wishes(), Instant.now().minusSeconds(3_700)));
        assertThat(page(old, ada).statusCode()).isEqualTo(404);
        assertThat(page(old, ada).body()).contains("nobody has gone on with it for an hour");
        assertThat(match(old, "column.0", "name").statusCode()).isEqualTo(404);
        assertThat(page(old, ada + "; language=fr").body()).contains("Cet import n’est plus en préparation");
    }

    @Test
    void fiveFilesOfOnePersonWaitAtMost() {
        String first = paste(FRENCH_ROWS);
        for (int i = 0; i < 5; i++) {
            paste(FRENCH_ROWS);
        }
        assertThat(register.ports().drafts().all()).hasSize(5);
        assertThat(page(first, ada).statusCode()).isEqualTo(404);
    }
}
