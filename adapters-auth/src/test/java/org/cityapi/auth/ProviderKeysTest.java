package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.cityapi.domain.rejection.Rejection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys come and go, and so do providers. */
class ProviderKeysTest {

    /** As short as the machine that runs this may be slow. */
    private static final KeyTimes SHORT =
            new KeyTimes(Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofHours(1), Duration.ofSeconds(1));

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

    private TokenCheck trusting(KeyTimes times, TestProvider... providers) {
        List<TrustedIssuer> issuers =
                List.of(providers).stream().map(TestProvider::trusted).toList();
        return new TokenCheck(issuers, times, Clock.systemUTC(), threads);
    }

    private static void unavailable(TokenCheck check, String token) {
        assertThatThrownBy(() -> check.check(token)).isInstanceOf(Rejection.Unavailable.class);
    }

    private static void invalid(TokenCheck check, String token) {
        assertThatThrownBy(() -> check.check(token)).isInstanceOf(InvalidToken.class);
    }

    private static void eventuallyPasses(TokenCheck check, String token) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                check.check(token);
                return;
            } catch (InvalidToken | Rejection.Unavailable e) {
                assertThat(System.nanoTime()).as("%s", e).isLessThan(end);
                Thread.sleep(50);
            }
        }
    }

    @Test
    void keysAreFetchedOnceForManyTokens() {
        TokenCheck check = trusting(KeyTimes.STANDARD, provider);
        for (int i = 0; i < 50; i++) {
            check.check(provider.token());
        }
        assertThat(provider.fetches()).isEqualTo(2);
    }

    @Test
    void aNewKeyIsTakenAtOnceAndTheOldOneNoLonger() throws Exception {
        TokenCheck check = trusting(KeyTimes.STANDARD, provider);
        check.check(provider.token());
        ECKey next = TestProvider.ecKey("ec-2");
        provider.publish(next);
        check.check(provider.signedBy(next, JWSAlgorithm.ES256));
        invalid(check, provider.token());
    }

    @Test
    void aKeyThatTakesTheKidOfAnotherIsTakenInItsTurn() throws Exception {
        TokenCheck check = trusting(SHORT, provider);
        check.check(provider.token());
        RSAKey next = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        provider.publish(next);
        eventuallyPasses(check, provider.signedBy(next, JWSAlgorithm.RS256));
        invalid(check, provider.token());
    }

    @Test
    void unknownKidsCauseNoStorm() {
        TokenCheck check = trusting(KeyTimes.STANDARD, provider);
        String token = provider.token();
        check.check(token);
        IntStream.range(0, 200)
                .mapToObj(i -> provider.withHeader(header -> header.keyID("unknown-" + i)))
                .parallel()
                .forEach(unknown -> invalid(check, unknown));
        assertThat(provider.fetches()).isLessThanOrEqualTo(10);
        check.check(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/dev/null", "' OR '1'='1", "https://evil.invalid/", "\u0000", ""})
    void aKidIsOnlyAName(String kid) {
        TokenCheck check = trusting(KeyTimes.STANDARD, provider);
        invalid(check, provider.withHeader(header -> header.keyID(kid)));
        check.check(provider.token());
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
        check.check(token);
        provider.goesDown();
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
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
        check.check(token);
        provider.goesDown();
        Thread.sleep(SHORT.use().toMillis() + 100);
        unavailable(check, token);
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotUsed() {
        provider.callsItself(provider.issuer() + "/");
        TokenCheck check = trusting(KeyTimes.STANDARD, provider);
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
        answersInTime(KeyTimes.STANDARD);
    }

    private void answersInTime(KeyTimes times) {
        TokenCheck check = trusting(times, provider);
        String token = provider.token();
        long start = System.nanoTime();
        List<Thread> callers = IntStream.range(0, 10)
                .mapToObj(i -> new Thread(() -> unavailable(check, token)))
                .toList();
        callers.forEach(Thread::start);
        callers.forEach(caller -> assertThatCode(() -> caller.join(10_000)).doesNotThrowAnyException());
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
            unavailable(trusting(KeyTimes.STANDARD, provider), provider.token());
            assertThat(provider.fetches()).isEqualTo(before + 1);
        }
    }

    @Test
    void eachOfSeveralIssuersProvesItsOwnTokensOnly() throws Exception {
        try (TestProvider other = new TestProvider()) {
            TokenCheck check = trusting(KeyTimes.STANDARD, provider, other);
            assertThat(check.check(provider.token()).user().issuer()).isEqualTo(provider.issuer());
            assertThat(check.check(other.token()).user().issuer()).isEqualTo(other.issuer());
            invalid(check, provider.token(claims -> claims.issuer(other.issuer())));
            assertThat(check.check(provider.token()).getName())
                    .isNotEqualTo(check.check(other.token()).getName());
        }
    }

    @Test
    void oneIssuersOutageIsNotTheOthers() throws Exception {
        try (TestProvider other = new TestProvider()) {
            provider.goesDown();
            TokenCheck check = trusting(KeyTimes.STANDARD, provider, other);
            unavailable(check, provider.token());
            check.check(other.token());
        }
    }
}
