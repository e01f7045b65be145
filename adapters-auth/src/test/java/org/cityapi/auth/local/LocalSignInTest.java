package org.cityapi.auth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.auth.local.LocalCalls.basic;
import static org.cityapi.auth.local.LocalCalls.json;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in at the local provider: from the page to the tokens. */
class LocalSignInTest extends LocalProviderCalls {

    @Test
    void aPersonWhoChoosesIsSentBackWithACodeForTokens() throws Exception {
        LocalVisit visit = new LocalVisit(calls);
        HttpResponse<String> back = visit.choose("editor");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(LocalVisit.target(back)).isEqualTo(LocalVisit.CALLBACK);
        Map<String, String> parameters = LocalVisit.parameters(back);
        assertThat(parameters)
                .containsOnlyKeys("code", "state", "iss")
                .containsEntry("state", "the-state")
                .containsEntry("iss", provider.issuer());
        assertThat(parameters.get("code")).matches("[A-Za-z0-9_-]{43}");

        HttpResponse<String> answer = visit.tokens(parameters.get("code"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        Map<String, Object> tokens = json(answer);
        assertThat(tokens)
                .containsOnlyKeys("access_token", "id_token", "token_type", "expires_in", "scope")
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 3600L);
        assertThat((String) tokens.get("scope")).startsWith("openid profile email create:cities ");

        JWKSet keys = JWKSet.parse(calls.send(calls.at("/jwks")).body());
        SignedJWT identity = SignedJWT.parse((String) tokens.get("id_token"));
        new IDTokenValidator(new Issuer(provider.issuer()), new ClientID("city-api-local"), JWSAlgorithm.ES256, keys)
                .validate(identity, new Nonce("the-nonce"));
        AccessTokenValidator.validate(
                new BearerAccessToken((String) tokens.get("access_token")),
                JWSAlgorithm.ES256,
                new AccessTokenHash(identity.getJWTClaimsSet().getStringClaim("at_hash")));
        SignedJWT access = SignedJWT.parse((String) tokens.get("access_token"));
        assertThat(access.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(access.getHeader().getKeyID()).toECKey())))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"viewer,Local viewer,0", "editor,Local editor,5", "admin,Local administrator,6"})
    void tokensTellWhoItIsAndWhatThePersonMayDo(String person, String name, int permissions) throws Exception {
        LocalVisit visit = new LocalVisit(calls);
        Map<String, Object> tokens = json(visit.tokens(visit.code(person)));
        SignedJWT identity = SignedJWT.parse((String) tokens.get("id_token"));
        assertThat(identity.getHeader().getType()).hasToString("JWT");
        JWTClaimsSet who = identity.getJWTClaimsSet();
        assertThat(who.getSubject()).isEqualTo("local-" + person);
        assertThat(who.getAudience()).containsExactly("city-api-local");
        assertThat(who.getStringClaim("name")).isEqualTo(name);
        assertThat(who.getStringClaim("email")).isEqualTo(person + "@local.invalid");
        assertThat(who.getBooleanClaim("email_verified")).isTrue();
        assertThat(who.getExpirationTime().toInstant())
                .isEqualTo(who.getIssueTime().toInstant().plus(Duration.ofMinutes(10)));
        assertThat(who.getDateClaim("auth_time")).isBeforeOrEqualTo(who.getIssueTime());
        Map<String, Object> description = json(calls.send(calls.at("/.well-known/openid-configuration")));
        assertThat(who.getClaims().keySet())
                .containsExactlyInAnyOrderElementsOf(strings(description.get("claims_supported")));

        SignedJWT access = SignedJWT.parse((String) tokens.get("access_token"));
        assertThat(access.getHeader().getType()).hasToString("at+jwt");
        JWTClaimsSet may = access.getJWTClaimsSet();
        assertThat(may.getSubject()).isEqualTo("local-" + person);
        assertThat(may.getAudience()).containsExactly("city-api");
        assertThat(may.getClaim("client_id")).isEqualTo("city-api-local");
        assertThat(may.getStringListClaim("permissions")).hasSize(permissions);
        assertThat(may.getStringClaim("scope")).isEqualTo(String.join(" ", may.getStringListClaim("permissions")));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    @Test
    void theApplicationMayProveItselfInTheHeader() {
        LocalVisit visit = new LocalVisit(calls);
        String form = "grant_type=authorization_code&code=" + visit.code("viewer") + "&redirect_uri="
                + LocalVisit.CALLBACK + "&code_verifier=" + visit.verifier.getValue();
        assertThat(calls.send(calls.form(form).header("Authorization", "Basic " + basic("city-api-local:local")))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "login", "consent", "select_account", "login consent"})
    void everySignInAsksAgain(String prompt) {
        LocalVisit visit = new LocalVisit(calls);
        visit.code("admin");
        HttpResponse<String> again = visit.with("prompt", prompt).page();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("<form");
        assertThat(again.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/oauth/callback/local",
                "http://localhost:18080/oauth/callback/local",
                "http://127.0.0.1:8080/oauth/callback/local",
                "http://[::1]:8080/oauth/callback/local"
            })
    void theApplicationMayLiveAnywhereOnThisMachine(String callback) {
        LocalVisit visit = new LocalVisit(calls).with("redirect_uri", callback);
        HttpResponse<String> back = visit.choose("viewer");
        assertThat(LocalVisit.target(back)).isEqualTo(callback);
        assertThat(visit.tokens(LocalVisit.parameters(back).get("code")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whereTheApplicationHasGivenItsAddressesNoOtherIsTaken() {
        String first = "http://localhost:7001/back?one=1";
        String second = "http://localhost:7002/back";
        try (LocalProvider strict = LocalProvider.start(0, first, second)) {
            LocalCalls there = new LocalCalls(strict.issuer());
            HttpResponse<String> back =
                    new LocalVisit(there).with("redirect_uri", first).choose("viewer");
            assertThat(LocalVisit.target(back)).isEqualTo("http://localhost:7001/back");
            assertThat(LocalVisit.parameters(back)).containsEntry("one", "1").containsKeys("code", "state", "iss");
            assertThat(new LocalVisit(there).with("redirect_uri", second).page().statusCode())
                    .isEqualTo(200);
            for (String other :
                    List.of(LocalVisit.CALLBACK, second + "/", second + "?x", "http://localhost:7001/back")) {
                assertThat(new LocalVisit(there)
                                .with("redirect_uri", other)
                                .page()
                                .statusCode())
                        .as(other)
                        .isEqualTo(400);
            }
        }
    }
}
