package org.cityapi.auth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.auth.local.LocalCalls.basic;
import static org.cityapi.auth.local.LocalCalls.fails;
import static org.cityapi.auth.local.LocalCalls.json;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a token of the local provider, and what it says. */
class LocalTokensTest extends LocalProviderCalls {

    @Test
    void itDescribesItself() throws Exception {
        Map<String, Object> description = json(calls.send(calls.at("/.well-known/openid-configuration")));
        assertThat(description)
                .containsEntry("issuer", provider.issuer())
                .containsEntry("jwks_uri", provider.issuer() + "/jwks")
                .containsEntry("token_endpoint", provider.issuer() + "/token")
                .containsEntry("authorization_endpoint", provider.issuer() + "/authorize")
                .containsEntry("end_session_endpoint", provider.issuer() + "/logout")
                .containsEntry("grant_types_supported", List.of("authorization_code", "client_credentials"))
                .containsEntry("response_types_supported", List.of("code"))
                .containsEntry("response_modes_supported", List.of("query"))
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry("authorization_response_iss_parameter_supported", true)
                .containsEntry("request_uri_parameter_supported", false)
                .containsEntry("scopes_supported", List.of("openid", "profile", "email"))
                .containsEntry("subject_types_supported", List.of("public"))
                .containsEntry("id_token_signing_alg_values_supported", List.of("ES256"))
                .containsEntry(
                        "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
    }

    @Test
    void itsKeysArePublicHalves() throws Exception {
        HttpResponse<String> keys = calls.send(calls.at("/jwks"));
        assertThat(json(keys)).containsOnlyKeys("keys");
        assertThat(keys.body()).contains("\"kty\":\"EC\"").doesNotContain("\"d\":");
    }

    @ParameterizedTest
    @CsvSource({"local-viewer,Local viewer,0", "local-editor,Local editor,5", "local-admin,Local administrator,6"})
    void eachClientGetsATokenOfItsRole(String client, String name, int permissions) throws Exception {
        HttpResponse<String> response = calls.tokenFor(client, "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        Map<String, Object> answer = json(response);
        assertThat(answer).containsEntry("token_type", "Bearer").containsEntry("expires_in", 3600L);
        assertThat(answer).doesNotContainKey("refresh_token");

        SignedJWT token = SignedJWT.parse((String) answer.get("access_token"));
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(provider.issuer());
        assertThat(claims.getAudience()).containsExactly("city-api");
        assertThat(claims.getSubject()).isEqualTo(client);
        assertThat(claims.getClaim("client_id")).isEqualTo(client);
        assertThat(claims.getClaim("name")).isEqualTo(name);
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getStringListClaim("permissions")).hasSize(permissions);
        assertThat(claims.getStringClaim("scope"))
                .isEqualTo(String.join(" ", claims.getStringListClaim("permissions")));
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plus(Duration.ofHours(1)));
    }

    @Test
    void aClientMayProveItselfInTheHeader() {
        for (String scheme : List.of("Basic ", "basic ", "BASIC ")) {
            HttpResponse<String> response = calls.send(calls.form("grant_type=client_credentials")
                    .header("Authorization", scheme + basic("local-editor:local")));
            assertThat(response.statusCode()).as(scheme).isEqualTo(200);
        }
    }

    @Test
    void aClientMayAskForLessButNotForMore() throws Exception {
        Map<String, Object> less = json(calls.tokenFor("local-editor", "&scope=create:cities"));
        assertThat(less).containsEntry("scope", "create:cities");
        JWTClaimsSet claims = SignedJWT.parse((String) less.get("access_token")).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("permissions")).containsExactly("create:cities");
        fails(calls.tokenFor("local-editor", "&scope=manage:users"), 400, "invalid_scope");
        fails(calls.tokenFor("local-viewer", "&scope=create:cities"), 400, "invalid_scope");
        fails(calls.tokenFor("local-admin", "&scope=everything"), 400, "invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=local-admin&client_secret=wrong",
                "client_id=local-admin&client_secret=LOCAL",
                "client_id=nobody&client_secret=local",
                "client_id=LOCAL-ADMIN&client_secret=local",
                "client_id=local-admin",
                "client_secret=local",
                ""
            })
    void whoeverIsNotAClientGetsNoToken(String credentials) throws Exception {
        HttpResponse<String> response = calls.send(calls.form("grant_type=client_credentials&" + credentials));
        fails(response, 401, "invalid_client");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"local\"");
    }

    @Test
    void theApplicationHasNoRightsOfItsOwn() throws Exception {
        fails(calls.tokenFor("city-api-local", ""), 400, "unauthorized_client");
    }

    @Test
    void twoWaysToProveOneselfAreOneTooMany() throws Exception {
        HttpRequest.Builder both = calls.form("grant_type=client_credentials&client_id=local-admin&client_secret=local")
                .header("Authorization", "Basic " + basic("local-admin:local"));
        fails(calls.send(both), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password&username=a&password=b",
                "refresh_token&refresh_token=x",
                "urn:ietf:params:oauth:grant-type:device_code&device_code=x",
                "magic"
            })
    void anotherGrantIsNotSupported(String grant) throws Exception {
        fails(
                calls.send(calls.form("client_id=local-admin&client_secret=local&grant_type=" + grant)),
                400,
                "unsupported_grant_type");
    }
}
