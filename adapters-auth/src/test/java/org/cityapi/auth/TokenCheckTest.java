package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forgeries: whatever the issuer did not sign is refused, and nothing is fetched because of what it says. */
class TokenCheckTest {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static TestProvider provider;
    private static TokenCheck check;

    @BeforeAll
    static void start() throws Exception {
        provider = new TestProvider();
        check = new TokenCheck(List.of(provider.trusted()), KeyTimes.STANDARD, Clock.systemUTC(), THREADS);
        check.check(provider.token());
    }

    @AfterAll
    static void stop() {
        provider.close();
        THREADS.shutdownNow();
    }

    private static void refused(String token, String because) {
        int before = provider.fetches();
        ThrowingCallable checking = () -> check.check(token);
        assertThatThrownBy(checking)
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining(because)
                .hasMessageMatching("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]+");
        assertThat(provider.fetches()).isEqualTo(before);
    }

    private static String part(String json) {
        return Base64URL.encode(json).toString();
    }

    private static String payload() {
        return part(provider.claims().build().toString());
    }

    @Test
    void aGoodTokenSpeaksForItsSubject() {
        TokenAuthentication bearer = check.check(provider.token(claims -> claims.claim("name", "Ada")));
        assertThat(bearer.user().issuer()).isEqualTo(provider.issuer());
        assertThat(bearer.user().subject()).isEqualTo("auth0|4711");
        assertThat(bearer.user().name()).isEqualTo("Ada");
        assertThat(bearer.getName()).isEqualTo(bearer.user().id().value());
        assertThat(bearer.permissions()).isEmpty();
    }

    @Test
    void theThreeAlgorithmsAreTaken() throws Exception {
        try (TestProvider other = new TestProvider()) {
            ECKey ec = TestProvider.ecKey("ec-1");
            other.publish(other.rsa, ec);
            TokenCheck both = new TokenCheck(List.of(other.trusted()), KeyTimes.STANDARD, Clock.systemUTC(), THREADS);
            both.check(other.signedBy(other.rsa, JWSAlgorithm.RS256));
            both.check(other.signedBy(other.rsa, JWSAlgorithm.PS256));
            both.check(other.signedBy(ec, JWSAlgorithm.ES256));
        }
    }

    @Test
    void aChangedSignatureOrPayloadIsRefused() {
        String[] parts = provider.token().split("\\.");
        String forged = part(provider.claims().subject("admin").build().toString());
        refused(parts[0] + "." + forged + "." + parts[2], "not signed with a key of its issuer");
        refused(parts[0] + "." + parts[1] + "." + part("no signature"), "not signed with a key of its issuer");
        refused(parts[0] + "." + parts[1] + ".", "not a signed JWT");
    }

    @Test
    void anotherKeyWithTheSameKidIsRefused() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        refused(provider.signedBy(stranger, JWSAlgorithm.RS256), "not signed with a key of its issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "HS256", "RS512", "ES384", "EdDSA", "dir", "RS256 "})
    void anAlgorithmThatIsNotListedIsRefused(String algorithm) {
        String header = part("{\"alg\":\"" + algorithm + "\",\"kid\":\"rsa-1\"}");
        refused(header + "." + payload() + ".", "token is");
        refused(header + "." + payload() + "." + part("signature"), "token is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"alg\":null}", "{\"alg\":[\"RS256\"]}", "{\"alg\":1}", "[]", "", "\"\"", "{\"alg\":"})
    void aHeaderWithoutAnAlgorithmIsRefused(String header) {
        refused(part(header) + "." + payload() + "." + part("signature"), "not a signed JWT");
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws Exception {
        RSAKey published = provider.rsa.toPublicJWK();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(published.toRSAPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(
                pem.getBytes(StandardCharsets.UTF_8),
                published.toRSAPublicKey().getEncoded(),
                published.toJSONString().getBytes(StandardCharsets.UTF_8))) {
            OctetSequenceKey key =
                    new OctetSequenceKey.Builder(secret).keyID("rsa-1").build();
            assertThat(new MACSigner(key).getSecret()).isEqualTo(secret);
            refused(provider.signedBy(key, JWSAlgorithm.HS256), "algorithm");
        }
    }

    @Test
    void aKeyThatTheTokenBringsIsRefusedAndNotFetched() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        URI trap = URI.create(provider.origin() + "/trap");
        refused(forged(own, header -> header.jwkURL(trap)), "brings its own key");
        refused(forged(own, header -> header.x509CertURL(trap)), "brings its own key");
        refused(forged(own, header -> header.jwk(own.toPublicJWK())), "brings its own key");
        refused(provider.withHeader(header -> header.jwkURL(trap)), "brings its own key");
    }

    @Test
    void anExtensionThatMustBeUnderstoodIsRefused() {
        refused(
                provider.withHeader(
                        header -> header.criticalParams(Set.of("exp")).customParam("exp", 1)),
                "extension");
        refused(
                provider.withHeader(
                        header -> header.criticalParams(Set.of("b64")).base64URLEncodePayload(true)),
                "extension");
    }

    private static String forged(RSAKey key, Consumer<JWSHeader.Builder> change) {
        return TestProvider.sign(
                key, JWSAlgorithm.RS256, change, provider.claims().build());
    }

    @Test
    void anAccessTokenMayNameItsTypeOrNot() {
        for (JOSEObjectType type : new JOSEObjectType[] {
            null,
            JOSEObjectType.JWT,
            new JOSEObjectType("jwt"),
            new JOSEObjectType("at+jwt"),
            new JOSEObjectType("AT+JWT"),
            new JOSEObjectType("application/at+jwt")
        }) {
            check.check(provider.withHeader(header -> header.type(type)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "dpop+jwt", "id_token", "secevent+jwt", "JOSE", "at", ""})
    void anotherTypeIsRefused(String type) {
        refused(provider.withHeader(header -> header.type(new JOSEObjectType(type))), "type");
    }

    @Test
    void anIssuerThatIsNotConfiguredIsNeverAsked() {
        for (String issuer : new String[] {
            null,
            "",
            "https://evil.invalid",
            provider.issuer() + "/",
            provider.origin(),
            provider.issuer() + "#x",
            provider.issuer().toUpperCase(Locale.ROOT)
        }) {
            refused(provider.token(claims -> claims.issuer(issuer)), "issuer that is not trusted");
        }
    }

    @Test
    void aVeryLongTokenIsRefusedUnread() {
        refused("a".repeat(100_000), "longer than 8192");
        refused(provider.token(claims -> claims.claim("padding", "x".repeat(8192))), "longer than 8192");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "..", "...", "a.b.c", "a.b.c.d.e", "\u0000.\u0000.\u0000", "é.é.é", "null"})
    void whatIsNoTokenIsRefused(String token) {
        refused(token, "not a signed JWT");
    }

    @Test
    void deepNestingIsRefused() {
        String nested = "{\"alg\":\"RS256\",\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}";
        refused(part(nested) + "." + payload() + "." + part("signature"), "not a signed JWT");
        String head = provider.token().split("\\.")[0];
        refused(head + "." + part("{\"iss\":" + "[".repeat(5_000)) + "." + part("signature"), "cannot be read");
    }

    @Test
    void anyDamageToATokenIsOneRefusalAndNoOtherFault() {
        String token = provider.token();
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder damaged = new StringBuilder(token);
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                // the last character of a signature holds bits that stand for nothing
                int at = random.nextInt(token.length() - 1);
                char other = (char) (33 + random.nextInt(94));
                damaged.setCharAt(at, token.charAt(at) == other ? '~' : other);
            }
            assertThatThrownBy(() -> check.check(damaged.toString())).isInstanceOf(InvalidToken.class);
        }
    }
}
