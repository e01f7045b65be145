package org.cityapi.auth.signin;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.cityapi.auth.ProviderClient;
import org.cityapi.auth.SignInProvider;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.SignInFault;
import org.cityapi.domain.session.SignInAttempt;
import org.jspecify.annotations.Nullable;

/** Redeems codes at one provider's token endpoint (RFC 6749, section 4.1.3; RFC 7636, section 4.5). */
final class CodeExchange {

    private final SignInProvider provider;
    private final URI redirect;
    private final ProviderClient client;

    CodeExchange(SignInProvider provider, URI redirect, ProviderClient client) {
        this.provider = provider;
        this.redirect = redirect;
        this.client = client;
    }

    /**
     * What a code is redeemed for.
     *
     * @param access null when there is none
     */
    record Tokens(String id, @Nullable String access) {

        /** Nothing of the tokens. */
        @Override
        public String toString() {
            return "Tokens";
        }
    }

    /**
     * Redeems a code.
     *
     * @throws Rejection.SignInFailed when the provider does not take the code, or answers something else
     * @throws Rejection.Unavailable when the provider gives no answer in time
     */
    Tokens redeem(String code, SignInAttempt attempt, ProviderDocument document, Duration patience) {
        HTTPRequest request = new TokenRequest.Builder(
                        document.token(),
                        authentication(document),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), redirect, new CodeVerifier(attempt.verifier())))
                .build()
                .toHTTPRequest();
        HttpResponse<String> response;
        try {
            response = client.post(document.token(), request.getHeaderMap(), request.getBody(), patience);
        } catch (IOException e) {
            throw new Rejection.Unavailable(Dependency.IDENTITY_PROVIDER, e);
        }
        return switch (response.statusCode()) {
            case 200 -> read(response.body());
            case 400, 401, 403 -> throw new Rejection.SignInFailed(SignInFault.UNTRUSTED);
            default ->
                throw new Rejection.Unavailable(
                        Dependency.IDENTITY_PROVIDER,
                        new IOException(document.token() + " answers " + response.statusCode()));
        };
    }

    private ClientAuthentication authentication(ProviderDocument document) {
        ClientID id = new ClientID(provider.clientId());
        Secret secret = new Secret(provider.clientSecret());
        return document.secretInForm() ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }

    /** Without the parser's complaint, which quotes what it read. */
    private static Tokens read(String body) {
        try {
            Map<String, Object> answer = JSONObjectUtils.parse(body);
            if (answer.get("id_token") instanceof String id) {
                return new Tokens(id, answer.get("access_token") instanceof String access ? access : null);
            }
        } catch (ParseException e) {
            // falls through to the same refusal
        }
        throw new Rejection.SignInFailed(SignInFault.UNTRUSTED);
    }
}
