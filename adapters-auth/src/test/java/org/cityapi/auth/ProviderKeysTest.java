package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.auth.Checks.SHORT;
import static org.cityapi.auth.Checks.eventuallyPasses;
import static org.cityapi.auth.Checks.invalid;
import static org.cityapi.auth.Checks.trusting;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys come and go. */
class ProviderKeysTest {

    private TestProvider provider;

    @BeforeEach
    void start() throws Exception {
        provider = new TestProvider();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void keysAreFetchedOnceForManyTokens() {
        TokenCheck check = trusting(provider);
        for (int i = 0; i < 50; i++) {
            check.check(provider.token());
        }
        assertThat(provider.fetches()).isEqualTo(2);
    }

    @Test
    void aNewKeyIsTakenAtOnceAndTheOldOneNoLonger() throws Exception {
        TokenCheck check = trusting(provider);
        check.check(provider.token());
        ECKey next = TestProvider.ecKey("ec-2");
        provider.publish(next);
        check.check(provider.signedBy(next, JWSAlgorithm.ES256));
        invalid(check, provider.token());
    }

    @Test
    void aKeyThatTakesTheKidOfAnotherIsTakenInItsTurn() throws Exception {
        TokenCheck check = trusting(SHORT, provider);
        eventuallyPasses(check, provider.token());
        RSAKey next = TestProvider.STRANGER;
        provider.publish(next);
        eventuallyPasses(check, provider.signedBy(next, JWSAlgorithm.RS256));
        invalid(check, provider.token());
    }

    @Test
    void unknownKidsCauseNoStorm() {
        TokenCheck check = trusting(provider);
        String token = provider.token();
        check.check(token);
        // Not on the common pool, by which the JDK's HTTP client answers.
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CompletableFuture<?>[] all = IntStream.range(0, 200)
                    .mapToObj(i -> provider.withHeader(header -> header.keyID("unknown-" + i)))
                    .map(unknown -> CompletableFuture.runAsync(() -> invalid(check, unknown), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        } finally {
            threads.shutdownNow();
        }
        assertThat(provider.fetches()).isLessThanOrEqualTo(10);
        check.check(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/dev/null", "' OR '1'='1", "https://evil.invalid/", "\u0000", ""})
    void aKidIsOnlyAName(String kid) {
        TokenCheck check = trusting(provider);
        invalid(check, provider.withHeader(header -> header.keyID(kid)));
        check.check(provider.token());
    }

    @Test
    void eachOfSeveralIssuersProvesItsOwnTokensOnly() throws Exception {
        try (TestProvider other = new TestProvider(TestProvider.STRANGER)) {
            TokenCheck check = trusting(provider, other);
            assertThat(check.check(provider.token()).identity().issuer()).isEqualTo(provider.issuer());
            assertThat(check.check(other.token()).identity().issuer()).isEqualTo(other.issuer());
            invalid(check, provider.token(claims -> claims.issuer(other.issuer())));
            assertThat(check.check(provider.token()).identity().id())
                    .isNotEqualTo(check.check(other.token()).identity().id());
        }
    }
}
