package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;

/** What was pasted or chosen for an import is not lost when it is refused, or whoever sent it is signed out. */
class ImportWizardKeepsTest extends ImportPagesOnMemory {

    @Test
    void whatCannotBeImportedIsToldAndWhatWasPastedIsKept() {
        assertThat(send(ada, null, "").body()).contains("Choose a file, or paste some rows.");
        assertThat(send(ada + "; language=fr", null, "").body()).contains("Choisissez un fichier");
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
        assertThat(post("/imports/new", ada).statusCode()).isEqualTo(400);
        String large = "name,country,population\n" + "Ville,FR,1\n".repeat(200_000) + "x\"\"y\"," + "\"a\"b";
        assertThat(send(ada, null, large).body()).contains("a&quot;b</textarea>");
    }

    @Test
    void whoWasSignedOutMeanwhileFindsHisPasteAgain() {
        HttpResponse<String> lost = send(SIGNED_OUT, null, FRENCH_ROWS);
        assertThat(lost.statusCode()).isEqualTo(401);
        assertThat(lost.body()).contains("You are not signed in any more", "Lyon\tFrance", "sign in");
        HttpResponse<String> withFile = send(SIGNED_OUT, FRENCH_ROWS.repeat(50_000), "");
        assertThat(withFile.statusCode()).isEqualTo(401);
        assertThat(withFile.body()).contains("The file has to be chosen once more.");
        assertThat(register.ports().drafts().all()).isEmpty();
        String endless = "Ville,FR,1\n".repeat(450_000);
        assertThat(send(SIGNED_OUT, null, endless).body())
                .contains("too long to be shown again")
                .doesNotContain("Ville,FR");
    }

    @Test
    void whoIsSignedOutWhileHisRowsComeFindsThemAgain() {
        String form = field("csrf", "x") + field("rows", FRENCH_ROWS) + "--cut--\r\n";
        HttpResponse<String> lost =
                app.sendLate("POST", "/imports/new", form, this::signAdaOut, BROWSER, IN_PARTS, ada);
        assertThat(lost.statusCode()).isEqualTo(401);
        assertThat(lost.body()).contains("You are not signed in any more", "Lyon\tFrance");
        assertThat(register.ports().drafts().all()).isEmpty();
    }

    @Test
    void whoLosesHisRoleWhileHisRowsComeFindsThemAgain() {
        String form = field("csrf", "x") + field("rows", FRENCH_ROWS) + "--cut--\r\n";
        HttpResponse<String> refused =
                app.sendLate("POST", "/imports/new", form, this::letAdaOnlyRead, BROWSER, IN_PARTS, ada);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("You may not import cities, so", "What you pasted is still below", "Lyon\tFrance");
        assertThat(register.ports().drafts().all()).isEmpty();
    }

    @Test
    void whoHasLostHisRoleBeforeHeSendsFindsHisRowsAgain() {
        letAdaOnlyRead();
        String form = field("csrf", "x") + field("rows", FRENCH_ROWS) + "--cut--\r\n";
        for (String more : new String[] {"X-Unproven: yes", "Accept-Language: en"}) {
            HttpResponse<String> refused = app.send("POST", "/imports/new", form, BROWSER, IN_PARTS, ada, more);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body())
                    .contains("You may not import cities, so", "What you pasted is still below", "Lyon\tFrance");
        }
        assertThat(send(ada, FRENCH_ROWS, "").statusCode()).isEqualTo(403);
        assertThat(send(ada, null, "Ville,FR,1\n".repeat(25_000)).body())
                .as("as of nobody less is remembered")
                .contains("too long to be shown again");
        assertThat(register.ports().drafts().all()).isEmpty();
    }

    private void letAdaOnlyRead() {
        signAdaOut();
        signIn("ada", Set.of());
    }

    private void signAdaOut() {
        Ports ports = register.ports();
        ports.work().write(() -> ports.sessions().end(SessionId.of(new Secret("ada"))));
    }

    @Test
    void ofNobodyLessIsShownAgain() {
        String rows = "name,\"a\"b\n" + "Ville,FR,1\n".repeat(25_000);
        assertThat(send(ada, null, rows).body()).contains("Ville,FR,1\n</textarea>");
        assertThat(send(SIGNED_OUT, null, rows).body())
                .contains("too long to be shown again")
                .doesNotContain("Ville,FR");
        assertThat(send(SIGNED_OUT, null, "Ville,FR,1\n".repeat(20_000)).body()).contains("Ville,FR,1\n</textarea>");
    }

    @Test
    void ofNobodyAFewFormsAreReadAtATime() throws Exception {
        assertThat(Warnings.of(this::sendManyOfNobody).lines()).isEmpty();
    }

    private void sendManyOfNobody() throws InterruptedException {
        String head =
                "POST /imports/new HTTP/1.1|Host: localhost|Accept: text/html|Content-Length: 500|" + IN_PARTS + "||";
        List<RawConnection> unfinished = new ArrayList<>();
        try {
            HttpResponse<String> refused = send(SIGNED_OUT, null, FRENCH_ROWS);
            // They come on threads of their own, and one that comes beside a whole form may be refused itself.
            for (int i = 0; i < 200 && refused.statusCode() != 503; i++) {
                unfinished.add(new RawConnection(app).send(head + field("rows", "Ville")));
                Thread.sleep(20);
                refused = send(SIGNED_OUT, null, FRENCH_ROWS);
            }
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(header(refused, "Retry-After")).isEqualTo("2");
            assertThat(refused.body()).contains("as many bodies of requests as it can");
            assertThat(send(ada, null, FRENCH_ROWS).statusCode()).isEqualTo(303);
        } finally {
            unfinished.forEach(RawConnection::close);
        }
        HttpResponse<String> later = send(SIGNED_OUT, null, FRENCH_ROWS);
        for (int i = 0; i < 200 && later.statusCode() == 503; i++) {
            Thread.sleep(20);
            later = send(SIGNED_OUT, null, FRENCH_ROWS);
        }
        assertThat(later.statusCode()).isEqualTo(401);
        assertThat(later.body()).contains("Lyon\tFrance");
    }

    @Test
    void aFormInPartsThatProvesNothingIsPutOnRecordOnce() {
        String rows = field("rows", FRENCH_ROWS) + "--cut--\r\n";
        for (String token : new String[] {"", field("csrf", "x")}) {
            int before = register.refusedForms();
            HttpResponse<String> again =
                    app.send("POST", "/imports/new", token + token + rows, BROWSER, IN_PARTS, ada, "X-Unproven: yes");
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).contains("You have signed in anew", "Lyon\tFrance");
            assertThat(register.refusedForms()).isEqualTo(before + 1);
        }
        assertThat(register.ports().drafts().all()).isEmpty();
    }

    @Test
    void whatWasChosenIsKeptWhenTheSessionHasEnded() {
        String draft = paste(FRENCH_ROWS);
        String chosen = "column.0=name&column.2=countryCode&headed=yes&mode=upsert&onError=skip&csrf=x&other=%3Cb%3E";
        HttpResponse<String> lost = sendForm(draft, SIGNED_OUT, chosen);
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
        assertThat(chosen(page(draft, ada))).isEqualTo("name countryCode population -");
        letAdaOnlyRead();
        HttpResponse<String> refused = sendForm(draft, ada, chosen);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains(
                        "You may not import cities, so",
                        "What you chose is kept",
                        "name=\"column.2\" value=\"countryCode\"")
                .doesNotContain("ville", "Lyon", "name=\"other\"");
    }

    @Test
    void whatWasChosenIsKeptWhenItCannotBeFoundOutWhoSendsIt() {
        String draft = paste(FRENCH_ROWS);
        String chosen = "column.0=name&column.1=countryCode&column.2=population&headed=yes&mode=upsert&csrf=x";
        HttpResponse<String> busy = app.send("POST", draft, chosen, BROWSER, FORM, ada, "X-Judgements: 0");
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(header(busy, "Retry-After")).isEqualTo("2");
        assertThat(busy.body())
                .contains("What you chose is kept.", "action=\"" + draft + "\"", "name=\"mode\" value=\"upsert\"")
                .doesNotContain("not signed in any more");
        assertThat(app.send("POST", draft, chosen, BROWSER, FORM, ada, "X-Judgements: 1")
                        .statusCode())
                .as("asked once")
                .isEqualTo(303);
    }

    @Test
    void aThousandColumnsCanBeMatched() {
        String draft = paste(FRENCH_ROWS);
        String chosen = IntStream.range(0, 1000)
                .mapToObj(place -> "column." + place + "=name")
                .collect(Collectors.joining("&", "", "&headed=yes&mode=upsert&onError=skip&csrf=x"));
        assertThat(sendForm(draft, SIGNED_OUT, chosen).body()).contains("name=\"column.999\" value=\"name\"");
    }

    @Test
    void whatWasChosenIsKeptWhenThereIsNoPlaceForATrial() {
        String draft = paste(FRENCH_ROWS);
        register.endImports();
        HttpResponse<String> busy = match(
                draft, "column.0", "name", "column.2", "countryCode", "column.3", "population", "onError", "skip");
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(header(busy, "Retry-After")).isEqualTo("2");
        assertThat(busy.body()).contains("As many imports wait as this server takes", "value=\"skip\" checked");
        assertThat(chosen(busy)).isEqualTo("name - countryCode population");
        assertThat(chosen(page(draft, ada))).isEqualTo("name - countryCode population");
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
        Actor actor = new Actor(user("ada"), Set.of(Permission.IMPORT_CITIES), Door.WEB);
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
}
