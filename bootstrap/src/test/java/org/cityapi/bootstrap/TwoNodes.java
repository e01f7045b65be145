package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityapi.auth.local.LocalProvider;
import org.cityapi.persistence.PostgresServer;
import org.cityapi.web.Client;
import org.cityapi.web.EventReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two registers on one database of PostgreSQL behave as one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoNodes {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern SECRET = Pattern.compile("\"(?:secret|token)\":\"([^\"]+)\"");
    private static final Pattern TOKEN_ID = Pattern.compile("\"id\":\"(tok_[0-9a-f]{32})\"");
    private static final Pattern CREATED = Pattern.compile("\"createdAt\":\"([^\"]+)\"");
    private static final String XANTEN = "{\"name\":\"Xanten\",\"countryCode\":\"DE\",\"population\":21690}";

    private LocalProvider provider;
    private String editor;
    private Client one;
    private Client other;

    /** Names and values of more settings, by turns. */
    abstract String[] settings();

    /** By how much the clock of the other node is wrong. */
    String othersSkew() {
        return "0s";
    }

    @BeforeAll
    void start() {
        String database = PostgresServer.newAddress();
        int port = CityApiJar.freePort();
        provider = LocalProvider.start(0, "http://localhost:" + port + "/oauth/callback/oidc");
        int otherPort = CityApiJar.freePort();
        one = new Client(new OnDatabase(database, OnDatabase.signingIn(provider, port, settings())));
        System.setProperty(SkewedClock.BY, othersSkew());
        try {
            other = new Client(new OnDatabase(database, OnDatabase.signingIn(provider, otherPort, settings())));
        } finally {
            System.clearProperty(SkewedClock.BY);
        }
        editor = "Authorization: " + OnDatabase.fetch(provider, "editor");
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
        provider.close();
    }

    private HttpResponse<String> add(String... headers) {
        String[] all = Stream.of(new String[] {editor, Client.JSON}, headers)
                .flatMap(Stream::of)
                .toArray(String[]::new);
        HttpResponse<String> created = one.send("POST", "/api/v2/cities", XANTEN, all);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created;
    }

    /** When a city was made by the other node's clock. */
    final Instant madeAtTheOther() {
        String city = other.send("POST", "/api/v2/cities", XANTEN, editor, Client.JSON)
                .body();
        Matcher at = CREATED.matcher(city);
        assertThat(at.find()).as(city).isTrue();
        return Instant.parse(at.group(1));
    }

    private static String path(HttpResponse<?> created) {
        return Client.header(created, "Location").replaceFirst("^https?://[^/]+", "");
    }

    private HttpResponse<String> patch(String path, long population, String tag) {
        String body = "{\"population\":" + population + "}";
        HttpResponse<String> changed = one.send("PATCH", path, body, editor, Client.MERGE_PATCH, "If-Match: " + tag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        return changed;
    }

    private static void awaits(Client node, String path, String text) throws InterruptedException {
        Instant end = Instant.now().plus(SOON);
        String body = node.get(path).body();
        while (!body.contains(text) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            body = node.get(path).body();
        }
        assertThat(body).contains(text);
    }

    @Test
    void whatTheOtherNodeChangesIsSeen() throws InterruptedException {
        HttpResponse<String> created = add();
        String path = path(created);
        awaits(other, path, "21690");
        awaits(other, "/api/v2/cities/suggest?q=xan", "21690");
        patch(path, 22_000, Client.header(created, "ETag"));
        assertThat(one.get(path).body()).contains("22000");
        awaits(other, path, "22000");
        awaits(other, "/api/v2/cities/suggest?q=xan", "22000");
    }

    @Test
    void whoWritesSeesItOnTheOtherNodeAtOnce() {
        HttpResponse<String> created = add();
        String path = path(created);
        String tag = Client.header(created, "ETag");
        for (int population = 30_000; population < 30_020; population++) {
            // Everybody's view is kept near, and may be late.
            other.get(path);
            other.get("/api/v2/cities/suggest?q=xan");
            tag = Client.header(patch(path, population, tag), "ETag");
            HttpResponse<String> seen = other.get(path, editor);
            assertThat(seen.body()).contains(Integer.toString(population));
            assertThat(Client.header(seen, "ETag")).isEqualTo(tag);
            assertThat(other.get(path.replace("v2", "v1"), editor).body()).contains(Integer.toString(population));
            assertThat(other.get("/api/v2/cities/suggest?q=xan", editor).body()).contains(Integer.toString(population));
        }
    }

    @Test
    void aKeyOfIdempotencyHoldsOnBoth() {
        String key = "Idempotency-Key: \"" + System.nanoTime() + "\"";
        HttpResponse<String> first = add(key);
        HttpResponse<String> again = other.send("POST", "/api/v2/cities", XANTEN, editor, Client.JSON, key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(Client.header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(path(again)).isEqualTo(path(first));
    }

    @Test
    void ofOneKeySentToBothAtOnceOneCityComes() {
        for (int i = 0; i < 10; i++) {
            String key = "Idempotency-Key: \"" + System.nanoTime() + "\"";
            List<CompletableFuture<HttpResponse<String>>> sent = Stream.of(one, other, one, other)
                    .map(node -> CompletableFuture.supplyAsync(
                            () -> node.send("POST", "/api/v2/cities", XANTEN, editor, Client.JSON, key)))
                    .toList();
            List<HttpResponse<String>> answers =
                    sent.stream().map(CompletableFuture::join).toList();
            // Whoever comes while another is at it is told so.
            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .contains(201)
                    .isSubsetOf(201, 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(TwoNodes::path)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void aStreamTellsWhatTheOtherNodeWrites() throws IOException {
        try (EventReader events = new EventReader(other.port(), "/api/v2/changes/stream", editor)) {
            assertThat(events.head().get(0)).startsWith("HTTP/1.1 200");
            String city = "\"cityId\":" + path(add()).replaceFirst(".*/", "");
            String told = events.next("data: ");
            while (told != null && !told.contains(city + ',')) {
                told = events.next("data: ");
            }
            assertThat(told).contains("Xanten");
        }
    }

    @Test
    void whoSignedInAtOneIsSignedInAtBothUntilHeSignsOutAtEither() {
        VisitorOnHttp atOne = new VisitorOnHttp(one.port());
        VisitorOnHttp atOther = atOne.at(other.port());
        assertThat(atOne.signIn("editor", "in").body()).contains("Local editor");
        assertThat(atOther.get("/account", "there").body()).contains("Signed in as Local editor");
        assertThat(atOther.post("/logout", "out", atOther.proof()).statusCode()).isEqualTo(200);
        assertThat(atOne.get("/account", "gone").body()).doesNotContain("Signed in as");
    }

    @Test
    void aTokenThatIsRevokedAtOneIsGoodAtNeither() {
        String body = "{\"name\":\"both\",\"scopes\":[\"create:cities\"]}";
        HttpResponse<String> made = one.send("POST", "/api/v2/tokens", body, editor, Client.JSON);
        Matcher secret = SECRET.matcher(made.body());
        Matcher id = TOKEN_ID.matcher(made.body());
        assertThat(secret.find() && id.find()).as(made.body()).isTrue();
        String bearer = "Authorization: Bearer " + secret.group(1);
        assertThat(one.get("/api/v2/me", bearer).statusCode()).isEqualTo(200);
        assertThat(other.get("/api/v2/me", bearer).statusCode()).isEqualTo(200);
        other.send("DELETE", "/api/v2/tokens/" + id.group(1), null, editor);
        assertThat(one.get("/api/v2/me", bearer).statusCode()).isEqualTo(401);
        assertThat(other.get("/api/v2/me", bearer).statusCode()).isEqualTo(401);
    }
}
