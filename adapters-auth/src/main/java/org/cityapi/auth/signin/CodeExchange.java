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
import java.util.Set;
import org.cityapi.auth.ProviderClient;
import org.cityapi.auth.SignInProvider;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.SignInFault;
import org.cityapi.domain.session.SignInAttempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Redeems codes at one provider's token endpoint (RFC 6749, section 4.1.3; RFC 7636, section 4.5). */
final class CodeExchange {

    private static final Logger LOG = LoggerFactory.getLogger(CodeExchange.class);

    /** RFC 6749, section 5.2: of all that an answer may say, this alone is fit for a log. */
    private static final Set<String> ERRORS = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope");

    private final SignInProvider provider;
    private final URI redirect;
    private final ProviderClient client;

    CodeExchange(SignInProvider provider, URI redirect, ProviderClient client) {
        this.provider = provider;
        this.redirect = redirect;
        this.client = client;
    }

    /** What a code is redeemed for. */
    record Tokens(String id, String access) {

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
     * @throws Rejection.InvalidToken when it answers more than tokens can be
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
        } catch (ProviderClient.TooLong e) {
            throw new Rejection.InvalidToken("The provider's answer is too long");
        } catch (IOException e) {
            throw new Rejection.Unavailable(Dependency.IDENTITY_PROVIDER, e);
        }
        return switch (response.statusCode()) {
            case 200 -> read(response);
            case 400, 401, 403 -> throw refused(response.body());
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

    /** A wrong secret is the operator's to mend, who learns of it here: people are told no such thing. */
    private Rejection refused(String body) {
        Object error = parse(body).get("error");
        LOG.warn(
                "{} gives no tokens: {}",
                provider.issuer(),
                ERRORS.contains(String.valueOf(error)) ? error : "it does not say why");
        return new Rejection.SignInFailed(SignInFault.UNTRUSTED);
    }

    /** RFC 6749, section 5.1; OpenID Connect Core 1.0, section 3.1.3.3. */
    private Tokens read(HttpResponse<String> response) {
        Map<String, Object> answer = parse(response.body());
        demand(ProviderClient.isJson(response), "it is not application/json");
        demand(!answer.containsKey("error"), "it names an error");
        demand("Bearer".equalsIgnoreCase(text(answer, "token_type")), "token_type is not Bearer");
        String access = text(answer, "access_token");
        demand(!access.isBlank(), "access_token is missing");
        String id = text(answer, "id_token");
        demand(!id.isBlank(), "id_token is missing");
        return new Tokens(id, access);
    }

    /** Empty when it is none. */
    private static String text(Map<String, Object> answer, String name) {
        return answer.get(name) instanceof String text ? text : "";
    }

    private void demand(boolean holds, String fault) {
        if (!holds) {
            LOG.warn("The tokens of {} cannot be used: {}", provider.issuer(), fault);
            throw new Rejection.SignInFailed(SignInFault.UNTRUSTED);
        }
    }

    /** Without the parser's complaint, which quotes what it read. */
    private static Map<String, Object> parse(String body) {
        try {
            return JSONObjectUtils.parse(body);
        } catch (ParseException e) {
            return Map.of();
        }
    }
}
