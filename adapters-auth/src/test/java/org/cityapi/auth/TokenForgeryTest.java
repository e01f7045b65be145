package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.auth.Checks.trusting;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forgeries: what the issuer did not sign is refused, and nothing is fetched because of what it says. */
class TokenForgeryTest extends RefusedTokens {

    @Test
    void theThreeAlgorithmsAreTaken() throws Exception {
        try (TestProvider other = new TestProvider(TestProvider.STRANGER)) {
            ECKey ec = TestProvider.ecKey("ec-1");
            other.publish(other.rsa, ec);
            TokenCheck both = trusting(other);
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
        RSAKey stranger = TestProvider.STRANGER;
        refused(provider.signedBy(stranger, JWSAlgorithm.RS256), "not signed with a key of its issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "HS256", "RS512", "ES384", "EdDSA", "dir", "RS256 "})
    void anAlgorithmThatIsNotListedIsRefused(String algorithm) {
        String header = part("{\"alg\":\"" + algorithm + "\",\"kid\":\"rsa-1\"}");
        refused(header + "." + payload() + ".", "token is");
        refused(header + "." + payload() + "." + part("signature"), "token is");
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
        RSAKey own = TestProvider.STRANGER;
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
}
