package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.auth.Checks.SHORT;
import static org.cityapi.auth.Checks.eventuallyPasses;
import static org.cityapi.auth.Checks.invalid;
import static org.cityapi.auth.Checks.trusting;
import static org.cityapi.auth.Checks.unavailable;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import java.util.List;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kid':'odd','kty':'EC','crv':'P-999','x':'AA','y':'AA'}",
                "{'kid':'odd','kty':'EC','crv':'P-256','x':'AA','y':'AA'}",
                "{'kid':'odd','kty':'RSA','e':'AQAB'}",
                "{'kid':'odd','kty':'RSA','n':'AQAB','e':'AQAB','x5c':['x']}",
                "{'kid':'odd','kty':'RSA','n':'AQAB','e':'AQAB','use':7}",
                "{'kid':'odd','kty':'RSA','n':'AQAB','e':'AQAB','use':'enc','key_ops':['verify']}",
                "{'kid':'odd','kty':7}",
                "{'kid':'odd'}"
            })
    void aKeyThatCannotBeUsedIsPassedOver(String odd) {
        String key = odd.replace('\'', '"');
        provider.publish("{\"keys\":[" + key + "," + provider.rsa.toPublicJWK() + "]}");
        try (LogLines log = new LogLines()) {
            trusting(provider).check(provider.token());
            assertThat(log.fresh())
                    .singleElement()
                    .asString()
                    .startsWith("Keys of " + provider.issuer() + " that cannot be used are passed over: odd (");
        }
        provider.publish("{\"keys\":[" + key + "]}");
        unavailable(trusting(provider), provider.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "'x'", "[]", "{'kty':'AKP','kid':'new'}"})
    void whatIsNoKeyOfAKnownKindIsPassedOver(String odd) {
        provider.publish("{\"keys\":[" + odd.replace('\'', '"') + "," + provider.rsa.toPublicJWK() + "]}");
        trusting(provider).check(provider.token());
    }

    @Test
    void whatIsPassedOverIsToldOnceForEachSet() throws Exception {
        String odd = "{\"keys\":[{\"kty\":\"RSA\"}," + provider.rsa.toPublicJWK() + "]}";
        DiscoveredKeys keys = new DiscoveredKeys(provider.issuer(), new ProviderClient(), KeyTimes.STANDARD.patience());
        try (LogLines log = new LogLines()) {
            for (String set : List.of(odd, odd, "{\"keys\":[]}", odd)) {
                provider.publish(set);
                keys.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), 0, null);
            }
            assertThat(log.fresh()).hasSize(2).allMatch(line -> line.contains("passed over: one without a kid ("));
        }
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
