package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What an ID token must be like, so that somebody is signed in by it; each condition alone. */
class IdTokenTest extends SignInCalls {

    private void takes(Consumer<JWTClaimsSet.Builder> change) {
        provider.signIns.claims = change;
        signedIn(browser.signIn("oidc"));
        browser.cookies.clear();
    }

    private void refuses(Consumer<JWTClaimsSet.Builder> change, String reason) {
        provider.signIns.claims = change;
        refused(browser.signIn("oidc"), "UNTRUSTED", reason);
    }

    private void refusesSignedBy(Function<JWTClaimsSet, String> signer, String reason) {
        provider.signIns.signer = signer;
        refused(browser.signIn("oidc"), "UNTRUSTED", reason);
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private Function<JWTClaimsSet, String> by(JWK key, JWSAlgorithm algorithm) {
        return claims -> TestProvider.sign(key, algorithm, header -> {}, claims);
    }

    @Test
    void theThreeAlgorithmsAreTaken() throws Exception {
        ECKey ec = TestProvider.ecKey("ec-1");
        provider.publish(provider.rsa, ec);
        for (Function<JWTClaimsSet, String> signer : List.of(
                by(provider.rsa, JWSAlgorithm.RS256),
                by(provider.rsa, JWSAlgorithm.PS256),
                by(ec, JWSAlgorithm.ES256))) {
            provider.signIns.signer = signer;
            takes(claims -> {});
        }
    }

    @Test
    void anotherSignatureIsRefused() throws Exception {
        String foreign = "The token is not signed with a key of its issuer";
        String algorithm = "The token is signed with an algorithm that is not taken here (alg)";
        refusesSignedBy(by(TestProvider.STRANGER, JWSAlgorithm.RS256), foreign);
        refusesSignedBy(by(provider.rsa, JWSAlgorithm.RS512), algorithm);
        refusesSignedBy(claims -> new PlainJWT(claims).serialize(), "The token is not a signed JWT");
        refusesSignedBy(claims -> "x", "The token is not a signed JWT");
        for (byte[] secret : List.of(
                provider.rsa.toPublicJWK().toRSAPublicKey().getEncoded(),
                (TestSignIns.SECRET + TestSignIns.SECRET).getBytes(StandardCharsets.UTF_8))) {
            refusesSignedBy(
                    by(new OctetSequenceKey.Builder(secret).keyID("rsa-1").build(), JWSAlgorithm.HS256), algorithm);
        }
        provider.signIns.signer = claims -> provider.token();
        refuses(claims -> {}, "The ID token is for another client (aud, azp)");
    }

    @Test
    void theNonceIsThereAndOurs() {
        String reason = "The ID token is of another sign-in (nonce)";
        refuses(claims -> claims.claim("nonce", null), reason);
        refuses(claims -> claims.claim("nonce", ""), reason);
        refuses(claims -> claims.claim("nonce", "another"), reason);
        refuses(claims -> claims.claim("nonce", List.of("x")), reason);
        String earlier = browser.begin("oidc").get("nonce");
        refuses(claims -> claims.claim("nonce", earlier), reason);
    }

    @Test
    void theIssuerIsTheOneConfigured() {
        String reason = "The ID token is of another issuer (iss)";
        refuses(claims -> claims.issuer("https://evil.invalid"), reason);
        refuses(claims -> claims.issuer(provider.issuer() + "/"), reason);
        refuses(claims -> claims.issuer(null), reason);
    }

    @Test
    void theAudienceIsThisClient() {
        String reason = "The ID token is for another client (aud, azp)";
        refuses(claims -> claims.audience("another"), reason);
        refuses(claims -> claims.audience(TestProvider.AUDIENCE), reason);
        refuses(claims -> claims.audience((String) null), reason);
        refuses(claims -> claims.audience(List.of("another", TestSignIns.CLIENT)), reason);
        refuses(
                claims ->
                        claims.audience(List.of("another", TestSignIns.CLIENT)).claim("azp", "another"),
                reason);
        refuses(claims -> claims.claim("azp", "another"), reason);
        takes(claims -> claims.audience(List.of("another", TestSignIns.CLIENT)).claim("azp", TestSignIns.CLIENT));
        takes(claims -> claims.claim("azp", TestSignIns.CLIENT));
    }

    @Test
    void aTokenThatIsMuchTooLongIsRefused() {
        String endless = "x".repeat(100_000);
        refuses(claims -> claims.claim("name", endless).claim("email", endless), "The provider's answer is too long");
    }

    @Test
    void theTimesFit() {
        refuses(claims -> claims.expirationTime(in(-61)), "The ID token is expired (exp)");
        refuses(claims -> claims.expirationTime(null), "The ID token is expired (exp)");
        refuses(claims -> claims.issueTime(in(65)), "The ID token is issued at no possible time (iat)");
        refuses(claims -> claims.issueTime(new Date(-1_000)), "The ID token is issued at no possible time (iat)");
        refuses(claims -> claims.issueTime(null), "The ID token is issued at no possible time (iat)");
        refuses(claims -> claims.notBeforeTime(in(65)), "The ID token is not valid yet (nbf)");
        takes(claims -> claims.expirationTime(in(-50)).issueTime(in(50)));
    }

    @Test
    void oddClaimsAreRefused() {
        for (String name : List.of("exp", "iat", "aud", "iss", "sub")) {
            for (Object odd : List.of("tomorrow", true, List.of(), Map.of("a", 1))) {
                provider.signIns.claims = claims -> claims.claim(name, odd);
                if (!("sub".equals(name) && "tomorrow".equals(odd))) {
                    assertThat(browser.signIn("oidc").body())
                            .as("%s %s", name, odd)
                            .isEqualTo("no sign-in: UNTRUSTED");
                }
            }
        }
    }

    @Test
    void itIsAboutSomebody() {
        for (String subject : new String[] {null, "", " ", "a\nb"}) {
            refuses(claims -> claims.subject(subject), "The ID token is of nobody (sub)");
        }
        String tooLong = "The ID token is of a subject that is too long (sub)";
        refuses(claims -> claims.subject("x".repeat(256)), tooLong);
        takes(claims -> claims.subject("x".repeat(255)));
    }

    @Test
    void aNumberIsNobody() {
        refuses(claims -> claims.claim("sub", 5), "The token does not say whom it is for (sub)");
    }

    @Test
    void anotherKindOfTokenIsNone() {
        takes(claims -> claims.claim("typ", "ID"));
        for (Object kind : List.of("Bearer", "Refresh", 7)) {
            refuses(claims -> claims.claim("typ", kind), "The ID token is of another kind (typ)");
        }
        provider.signIns.claims = claims -> {};
        refusesSignedBy(
                claims -> TestProvider.sign(
                        provider.rsa, JWSAlgorithm.RS256, header -> header.type(new JOSEObjectType("at+jwt")), claims),
                "The ID token is of another type (typ)");
    }

    @Test
    void itBelongsToItsAccessToken() {
        String own = AccessTokenHash.compute(
                        new BearerAccessToken(provider.signIns.accessToken), JWSAlgorithm.RS256, null)
                .getValue();
        takes(claims -> claims.claim("at_hash", own));
        String reason = "The ID token belongs to another access token (at_hash)";
        refuses(claims -> claims.claim("at_hash", "x" + own.substring(1)), reason);
        refuses(claims -> claims.claim("at_hash", 7), reason);
        provider.signIns.accessToken = "another";
        refuses(claims -> claims.claim("at_hash", own), reason);
    }

    @Test
    void aDisabledAccountStaysOut() {
        signedIn(browser.signIn("oidc"));
        Accounts.disable(server, provider.issuer(), "auth0|4711");
        assertThat(browser.get("/account").body()).isEqualTo("nobody by API");
        browser.cookies.clear();
        assertThat(browser.begin("oidc")).doesNotContainKey("prompt");
        assertThat(browser.signIn("oidc").body()).isEqualTo("AccountDisabled");
        assertThat(browser.cookies).doesNotContainKey(SESSION);
        // Another account of his may come in.
        assertThat(browser.begin("oidc")).containsEntry("prompt", "login");
    }
}
