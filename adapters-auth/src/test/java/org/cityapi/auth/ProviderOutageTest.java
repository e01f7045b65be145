package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.auth.Checks.SHORT;
import static org.cityapi.auth.Checks.eventuallyPasses;
import static org.cityapi.auth.Checks.invalid;
import static org.cityapi.auth.Checks.trusting;
import static org.cityapi.auth.Checks.unavailable;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider may be down, slow, huge or somebody else: nothing hangs, and nothing fails open. */
class ProviderOutageTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private TestProvider provider;

    @BeforeEach
    void start() throws Exception {
        provider = new TestProvider();
    }

    @AfterEach
    void stop() {
        provider.close();
        threads.shutdownNow();
    }

    @Test
    void aProviderThatIsDownAtFirstIsUsedOnceItIsUp() throws Exception {
        provider.goesDown();
        TokenCheck check = trusting(SHORT, provider);
        String token = provider.token();
        for (int i = 0; i < 5; i++) {
            unavailable(check, token);
        }
        provider.comesUp();
        eventuallyPasses(check, token);
    }

    @Test
    void whileAProviderIsDownItsLastKeysGoOn() throws Exception {
        TokenCheck check = trusting(SHORT, provider);
        String token = provider.token();
        eventuallyPasses(check, token);
        provider.goesDown();
        RSAKey stranger = TestProvider.STRANGER;
        String forged = provider.signedBy(stranger, JWSAlgorithm.RS256);
        for (int i = 0; i < 12; i++) {
            check.check(token);
            invalid(check, forged);
            Thread.sleep(200);
        }
    }

    @Test
    void keysOfAProviderThatStaysDownAreNotUsedForEver() throws Exception {
        KeyTimes brief = new KeyTimes(SHORT.use(), SHORT.apart(), SHORT.use(), SHORT.patience());
        TokenCheck check = trusting(brief, provider);
        String token = provider.token();
        eventuallyPasses(check, token);
        provider.goesDown();
        Thread.sleep(SHORT.use().toMillis() + 100);
        unavailable(check, token);
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotUsed() {
        provider.callsItself(provider.issuer() + "/");
        TokenCheck check = trusting(provider);
        unavailable(check, provider.token());
        String asItCallsItself = provider.token(claims -> claims.issuer(provider.issuer() + "/"));
        invalid(check, asItCallsItself);
        provider.callsItself(provider.issuer());
        check.check(provider.token());
    }

    @Test
    void aProviderThatHangsHoldsNobodyForLong() {
        provider.fails(exchange -> sleep());
        answersInTime(KeyTimes.STANDARD);
    }

    @Test
    void aProviderThatDripsHoldsNobodyForLong() {
        provider.fails(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                sleepFor(50);
            }
        });
        answersInTime(SHORT);
    }

    private void answersInTime(KeyTimes times) {
        TokenCheck check = trusting(times, provider);
        String token = provider.token();
        long start = System.nanoTime();
        CompletableFuture<?>[] callers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.runAsync(() -> unavailable(check, token), threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(callers).join();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    private static void sleep() {
        sleepFor(30_000);
    }

    private static void sleepFor(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpHandler answering(int status, String body) {
        return exchange -> answer(exchange, status, body);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void whatIsNoDescriptionOfAProviderIsNotUsed() {
        String self = "{\"issuer\":\"" + provider.issuer() + "\"";
        for (HttpHandler wrong : List.of(
                answering(404, self + ",\"jwks_uri\":\"" + provider.origin() + "/keys\"}"),
                answering(302, ""),
                answering(200, ""),
                answering(200, "<html>"),
                answering(200, "[]"),
                answering(200, self + "}"),
                answering(200, self + ",\"jwks_uri\":7}"),
                answering(200, self + ",\"jwks_uri\":\"http://evil.invalid/keys\"}"),
                answering(200, self + ",\"jwks_uri\":\"file:///etc/passwd\"}"),
                answering(200, self + ",\"x\":\"" + "x".repeat(300_000) + "\"}"),
                answering(200, "[".repeat(100_000)))) {
            provider.fails(wrong);
            int before = provider.fetches();
            unavailable(trusting(provider), provider.token());
            assertThat(provider.fetches()).isEqualTo(before + 1);
        }
    }

    @Test
    void oneIssuersOutageIsNotTheOthers() throws Exception {
        try (TestProvider other = new TestProvider(TestProvider.STRANGER)) {
            provider.goesDown();
            TokenCheck check = trusting(provider, other);
            unavailable(check, provider.token());
            check.check(other.token());
        }
    }
}
