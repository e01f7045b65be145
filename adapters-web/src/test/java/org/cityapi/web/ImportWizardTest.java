package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import in steps, over memory, without a script. */
class ImportWizardTest {

    private static final String BROWSER = "Accept: text/html";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String FRENCH_ROWS = "ville\tpays\thabitants\tnote\nLyon\tFrance\t522969\tx\n";

    private final OnMemory register = new OnMemory("providers", "auth0 google");
    private final Client app = new Client(register);
    private String ada;

    @BeforeEach
    void signIn() {
        ada = signIn("ada", EnumSet.allOf(Permission.class));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private String signIn(String name, Set<Permission> granted) {
        Ports ports = register.ports();
        ports.work().write(() -> {
            User user = User.first(new Identity("https://issuer.test", name, name, null));
            ports.users().save(user);
            Instant now = Instant.now();
            SessionId id = SessionId.of(new Secret(name));
            ports.sessions().add(new Session(id, user.id(), "auth0", granted, "Firefox", now, now));
            return id;
        });
        return "Cookie: session=" + name;
    }

    private HttpResponse<String> page(String path, String... cookies) {
        return app.get(path, BROWSER, cookies.length == 0 ? ada : cookies[0]);
    }

    /** @param file null for none */
    private HttpResponse<String> send(String cookie, String file, String rows, String... headers) {
        String part = "--cut\r\nContent-Disposition: form-data; name=";
        String body = part + "\"csrf\"\r\n\r\nx\r\n" + part + "\"file\"; filename=\"" + (file == null ? "" : "a.dat")
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + (file == null ? "" : file) + "\r\n" + part
                + "\"rows\"\r\n\r\n" + rows + "\r\n--cut--\r\n";
        String type = "Content-Type: multipart/form-data; boundary=cut";
        return headers.length == 0
                ? app.send("POST", "/imports/new", body, BROWSER, type, cookie)
                : app.send("POST", "/imports/new", body, BROWSER, type, cookie, headers[0]);
    }

    private String paste(String rows) {
        HttpResponse<String> sent = send(ada, null, rows);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return header(sent, "Location");
    }

    private HttpResponse<String> post(String path, String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return app.send("POST", path, form.toString(), BROWSER, FORM, ada);
    }

    /** What is chosen for each column. */
    private static String chosen(HttpResponse<String> page) {
        return Pattern.compile("<select.*?</select>", Pattern.DOTALL)
                .matcher(page.body())
                .results()
                .map(select -> {
                    Matcher option =
                            Pattern.compile("value=\"(\\w+)\" selected").matcher(select.group());
                    return option.find() ? option.group(1) : "-";
                })
                .collect(Collectors.joining(" "));
    }

    private String ended(String path) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            String page = page(path).body();
            if (!page.contains("every 1s")) {
                return page;
            }
        }
        throw new AssertionError("It does not end");
    }

    private static String number(String path) {
        return path.replaceAll(".*/", "");
    }

    @Test
    void aPasteIsMatchedTriedDoneOnceAndTakenBack() {
        assertThat(page("/imports").body()).contains("href=\"/imports/new\"");
        assertThat(page("/imports/new").body())
                .contains("enctype=\"multipart/form-data\"", "up to 200 MB", "aria-current=\"step\"")
                .doesNotContain("class=\"notice");
        String draft = paste(FRENCH_ROWS);
        HttpResponse<String> columns = page(draft);
        assertThat(header(columns, "Cache-Control")).isEqualTo("no-store");
        assertThat(chosen(columns)).isEqualTo("name countryCode population -");
        assertThat(columns.body()).contains("rows: 1", "522969", "France").doesNotContain("notice error");
        HttpResponse<String> tried = post(
                draft,
                "column.0",
                "name",
                "column.1",
                "countryCode",
                "column.2",
                "population",
                "column.3",
                "adminCode");
        assertThat(tried.statusCode()).isEqualTo(303);
        String trial = header(tried, "Location");
        assertThat(ended(trial))
                .contains("Do it", "Back to the columns", "a dry run", " <ins>x</ins>", "This is what would become");
        assertThat(chosen(page(draft))).isEqualTo("name countryCode population adminCode");
        String done = header(post(draft + "/run", "trial", number(trial)), "Location");
        assertThat(done).matches("/imports/[0-9]+").isNotEqualTo(trial);
        assertThat(header(post(draft + "/run", "trial", number(trial)), "Location"))
                .isEqualTo(done);
        assertThat(header(post(draft, "column.0", "name"), "Location")).isEqualTo(done);
        assertThat(header(page(draft), "Location")).isEqualTo(done);
        assertThat(ended(done)).contains("Take it back").doesNotContain("Do it<");
        assertThat(ended(trial))
                .contains("After this dry run", "href=\"" + done + "\"")
                .doesNotContain("Do it<");
        assertThat(app.get("/api/v2/cities?q=lyon").body()).contains("\"adminCode\":\"x\"");
        assertThat(header(post(done + "/undo"), "Location")).isEqualTo(done);
        assertThat(page(done).body()).contains("Taken back");
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
        HttpResponse<String> columns = page(header(sent, "Location"));
        assertThat(columns.body()).contains("<p class=\"quiet\">" + format + " ");
        assertThat(chosen(columns)).isEqualTo(fields);
        String trial = header(
                post(header(sent, "Location"), "column.0", "name", "column.1", "countryCode", "column.2", "population"),
                "Location");
        assertThat(ended(trial)).contains(">Added</td>", "Name  <ins>Lyon</ins>");
    }

    @Test
    void whatCannotBeImportedIsToldAndWhatWasPastedIsKept() {
        assertThat(send(ada, null, "").body()).contains("Choose a file, or paste some rows.");
        assertThat(send(ada, null, "", "Cookie: language=fr").body()).contains("Choisissez un fichier");
        HttpResponse<String> both = send(ada, "name\nx", "name</textarea><script>\nLyon");
        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(both.body())
                .contains("send one of them", "name&lt;/textarea&gt;&lt;script&gt;\nLyon</textarea>")
                .doesNotContain("<script>");
        assertThat(register.ports().drafts().all()).isEmpty();
        HttpResponse<String> broken = send(ada, null, "name,\"a\"b\nLyon,x");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body())
                .contains("This cannot be imported:", "line 1", "name,&quot;a&quot;b\nLyon,x</textarea>");
        assertThat(send(ada, "name,\"a\"b\nLyon,x", "name\n" + "Lyon\n".repeat(100_000))
                        .body())
                .contains("send one of them", "Lyon\nLyon");
        assertThat(send(ada, "", "").body()).contains("The file is empty");
        assertThat(send(ada, "name,country\n", "").body()).contains("There is nothing to import");
        assertThat(send(ada, "PK\u0003\u0004x", "").body()).contains("This is no text");
        assertThat(send(ada, "[]", "").body()).contains("There is nothing to import");
        assertThat(send(ada, "{\"a\":", "").body()).contains("Not valid JSON");
        assertThat(post("/imports/new").statusCode()).isEqualTo(400);
        String large = "name,country,population\n" + "Ville,FR,1\n".repeat(200_000) + "x\"\"y\"," + "\"a\"b";
        assertThat(send(ada, null, large).body()).contains("a&quot;b</textarea>");
    }

    @Test
    void whatIsWrongWithTheColumnsIsToldBesideThem() {
        String draft = paste("a;b;c;d\nx1;y1;z1;w1\n");
        HttpResponse<String> refused = post(
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
        assertThat(chosen(page(draft))).isEqualTo("name name latitude -");
        assertThat(post(draft, "column.0", "nonsense").statusCode()).isEqualTo(400);
        // Whoever changes cities need not tell all of them anew.
        String trial = header(
                post(draft, "column.0", "geonameId", "column.1", "adminCode", "mode", "upsert", "onError", "skip"),
                "Location");
        assertThat(ended(trial)).contains("line 2", "a – Enter a whole number, such as 2100000.", "x1 | y1");
    }

    @Test
    void namesAndValuesOfStrangersAreText() {
        String longest = "n".repeat(900);
        String draft = paste(
                "<i>name</i>;\u05e2\u05d9\u05e8 {0};" + longest + ";;" + "\nA;<script>;" + "v".repeat(500) + ";x\n");
        String page = page(draft).body();
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
    void rowsThatAreRefusedCanBeLeftOut() {
        String draft = paste("ville,pays,pop\nLyon,FR,1\nNowhere,ZZ,2\n");
        String trial = header(
                post(draft, "column.0", "name", "column.1", "countryCode", "column.2", "population"), "Location");
        assertThat(ended(trial))
                .contains("Tried: rows are refused", "Do it without the refused rows", "line 3", "pays")
                .doesNotContain("Do it<");
        // With the names of the fields, so that it can be mended and imported by any door.
        assertThat(page(trial + "/errors").body())
                .startsWith(
                        "name,countryCode,population,line,reason\r\nNowhere,ZZ,2,3,\"pays – There is no country \u201cZZ\u201d. Give its code");
        String done = header(post(draft + "/run", "trial", number(trial), "skip", "yes"), "Location");
        assertThat(ended(done)).contains("Take it back", "<dd>1</dd>");
    }

    @Test
    void aDryRunThatIsNotTheLastIsNotDone() {
        String draft = paste("ville,pays,pop,x\nLyon,FR,1,2\n");
        String[] fields = {"column.0", "name", "column.1", "countryCode", "column.2", "population"};
        String first = header(post(draft, fields), "Location");
        String second = header(post(draft, fields), "Location");
        ended(first);
        ended(second);
        assertThat(header(post(draft + "/run", "trial", number(first)), "Location"))
                .isEqualTo(draft);
        assertThat(page(first).body()).doesNotContain("Do it<");
        assertThat(header(post(draft + "/run"), "Location")).isEqualTo(draft);
        assertThat(header(post(draft + "/run", "trial", number(second)), "Location"))
                .isNotEqualTo(draft);
    }

    @Test
    void nobodyElseSeesADraft() {
        String draft = paste(FRENCH_ROWS);
        String trial = header(
                post(draft, "column.0", "name", "column.1", "countryCode", "column.2", "population"), "Location");
        ended(trial);
        String bob = signIn("bob", EnumSet.of(Permission.IMPORT_CITIES));
        HttpResponse<String> hidden = page(draft, bob);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body())
                .contains("This import is prepared no more", "href=\"/imports/new\"")
                .doesNotContain("ville");
        for (String path : new String[] {"", "/run", "/cancel"}) {
            assertThat(app.send("POST", draft + path, "trial=" + number(trial), BROWSER, FORM, bob)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(page(trial, bob).body()).doesNotContain("Do it");
        assertThat(page(trial).body()).contains("Do it");
        String viewer = signIn("viewer", Set.of());
        for (String path : new String[] {"/imports/new", draft}) {
            assertThat(page(path, viewer).statusCode()).isEqualTo(403);
        }
        assertThat(send(viewer, null, FRENCH_ROWS).statusCode()).isEqualTo(403);
        assertThat(header(page("/imports/new", "Cookie: a=b"), "Location")).startsWith("/login");
    }

    @Test
    void whatIsGivenUpOrOldIsGone() {
        String draft = paste(FRENCH_ROWS);
        assertThat(header(post(draft + "/cancel"), "Location")).isEqualTo("/imports");
        assertThat(page(draft).statusCode()).isEqualTo(404);
        String old = paste(FRENCH_ROWS);
        Ports ports = register.ports();
        ImportDraft kept = ports.drafts().find(ports.drafts().all().get(0).id()).orElseThrow();
        ports.drafts()
                .replace(kept.with(kept.outline(), kept.wishes(), Instant.now().minusSeconds(3_700)));
        assertThat(page(old).statusCode()).isEqualTo(404);
        assertThat(page(old).body()).contains("nobody has gone on with it for an hour");
        assertThat(post(old, "column.0", "name").statusCode()).isEqualTo(404);
        assertThat(page(old, ada + "; language=fr").body()).contains("Cet import n’est plus en préparation");
    }

    @Test
    void whoWasSignedOutMeanwhileFindsHisPasteAgain() {
        HttpResponse<String> lost = send("Cookie: session=gone", null, FRENCH_ROWS);
        assertThat(lost.statusCode()).isEqualTo(401);
        assertThat(lost.body()).contains("You are not signed in any more", "Lyon\tFrance", "sign in");
        HttpResponse<String> withFile = send("Cookie: session=gone", FRENCH_ROWS.repeat(50_000), "");
        assertThat(withFile.statusCode()).isEqualTo(401);
        assertThat(withFile.body()).contains("The file has to be chosen once more.");
        assertThat(register.ports().drafts().all()).isEmpty();
        String endless = "Ville,FR,1\n".repeat(450_000);
        assertThat(send("Cookie: session=gone", null, endless).body())
                .contains("too long to be shown again")
                .doesNotContain("Ville,FR");
    }

    @Test
    void ofNobodyLessIsShownAgain() {
        String rows = "name,\"a\"b\n" + "Ville,FR,1\n".repeat(25_000);
        assertThat(send(ada, null, rows).body()).contains("Ville,FR,1\n</textarea>");
        assertThat(send("Cookie: session=gone", null, rows).body())
                .contains("too long to be shown again")
                .doesNotContain("Ville,FR");
        assertThat(send("Cookie: session=gone", null, "Ville,FR,1\n".repeat(20_000))
                        .body())
                .contains("Ville,FR,1\n</textarea>");
    }

    @Test
    void aFormInPartsThatProvesNothingIsPutOnRecordOnce() {
        String type = "Content-Type: multipart/form-data; boundary=cut";
        String part = "--cut\r\nContent-Disposition: form-data; name=";
        String rows = part + "\"rows\"\r\n\r\n" + FRENCH_ROWS + "\r\n--cut--\r\n";
        for (String token : new String[] {"", part + "\"csrf\"\r\n\r\nx\r\n"}) {
            int before = register.refusedForms();
            HttpResponse<String> again =
                    app.send("POST", "/imports/new", token + token + rows, BROWSER, type, ada, "X-Unproven: yes");
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).contains("You have signed in anew", "Lyon\tFrance");
            assertThat(register.refusedForms()).isEqualTo(before + 1);
        }
        assertThat(register.ports().drafts().all()).isEmpty();
    }

    @Test
    void whatWasChosenIsKeptWhenTheSessionHasEnded() {
        String draft = paste(FRENCH_ROWS);
        String chosen = "column.0=name&column.2=countryCode&mode=upsert&onError=skip&csrf=x&other=%3Cb%3E";
        HttpResponse<String> lost = app.send("POST", draft, chosen, BROWSER, FORM, "Cookie: session=gone");
        assertThat(lost.statusCode()).isEqualTo(401);
        assertThat(lost.body())
                .contains(
                        "You are not signed in any more",
                        "action=\"" + draft + "\"",
                        "name=\"column.2\" value=\"countryCode\"",
                        "name=\"mode\" value=\"upsert\"")
                .doesNotContain("ville", "Lyon", "name=\"csrf\"", "name=\"other\"");
        HttpResponse<String> again = app.send("POST", draft, chosen, BROWSER, FORM, ada, "X-Unproven: yes");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body())
                .contains(
                        "You have signed in anew",
                        "name=\"csrf\"",
                        "value=\"upsert\" checked",
                        "value=\"skip\" checked");
        assertThat(chosen(again)).isEqualTo("name - countryCode -");
        assertThat(chosen(page(draft))).isEqualTo("name countryCode population -");
    }

    /** A file that is long under way. */
    private static InputStream slow(CountDownLatch begun, CountDownLatch goOn) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                begun.countDown();
                try {
                    assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                throw new IOException("It breaks off");
            }
        };
    }

    @Test
    void aPasteThatThereIsNoPlaceForIsKeptOnTheForm() throws Exception {
        Identity identity = new Identity("https://issuer.test", "ada", "ada", null);
        Actor actor = new Actor(User.first(identity), Set.of(Permission.IMPORT_CITIES), Door.WEB);
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 2; i++) {
                var unused = senders.submit(() -> register.preparing().take(actor, slow(begun, goOn)));
            }
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            HttpResponse<String> busy = send(ada, null, FRENCH_ROWS);
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(header(busy, "Retry-After")).isEqualTo("2");
            assertThat(busy.body()).contains("As many imports wait as this server takes", "Lyon\tFrance");
            assertThat(send(ada, FRENCH_ROWS, "").body()).contains("The file has to be chosen once more");
        } finally {
            goOn.countDown();
            senders.shutdown();
        }
    }

    @Test
    void whatWasChosenIsKeptWhenThereIsNoPlaceForATrial() {
        String draft = paste(FRENCH_ROWS);
        register.endImports();
        HttpResponse<String> busy =
                post(draft, "column.0", "name", "column.2", "countryCode", "column.3", "population", "onError", "skip");
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(header(busy, "Retry-After")).isEqualTo("2");
        assertThat(busy.body()).contains("As many imports wait as this server takes", "value=\"skip\" checked");
        assertThat(chosen(busy)).isEqualTo("name - countryCode population");
        assertThat(chosen(page(draft))).isEqualTo("name - countryCode population");
    }

    @Test
    void fiveFilesOfOnePersonWaitAtMost() {
        String first = paste(FRENCH_ROWS);
        for (int i = 0; i < 5; i++) {
            paste(FRENCH_ROWS);
        }
        assertThat(register.ports().drafts().all()).hasSize(5);
        assertThat(page(first).statusCode()).isEqualTo(404);
    }
}
