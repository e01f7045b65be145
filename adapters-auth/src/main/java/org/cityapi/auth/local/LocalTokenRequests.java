package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The token endpoint (RFC 6749, section 3.2), for the grants of client credentials and of authorization codes. */
final class LocalTokenRequests {

    private static final Secret SECRET = new Secret(LocalProvider.CLIENT_SECRET);

    private final URI address;
    private final LocalCodes codes;
    private final LocalTokens tokens;

    LocalTokenRequests(URI address, LocalCodes codes, LocalTokens tokens) {
        this.address = address;
        this.codes = codes;
        this.tokens = tokens;
    }

    /** The answer of RFC 6749, section 5. */
    HTTPResponse answer(LocalRequest request) {
        HTTPRequest form = new HTTPRequest(HTTPRequest.Method.POST, address);
        form.setAuthorization(authorization(request));
        form.setBody(request.body());
        try {
            form.setContentType(request.header("Content-Type"));
            return grant(TokenRequest.parse(form)).toHTTPResponse();
        } catch (GeneralException e) {
            return refusal(e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject());
        } catch (IllegalArgumentException e) {
            return refusal(OAuth2Error.INVALID_REQUEST);
        }
    }

    static HTTPResponse refusal(ErrorObject error) {
        HTTPResponse response = new TokenErrorResponse(error).toHTTPResponse();
        if (response.getStatusCode() == HTTPResponse.SC_UNAUTHORIZED) {
            response.setWWWAuthenticate("Basic realm=\"local\"");
        }
        return response;
    }

    /** The SDK knows the scheme in one spelling only; HTTP knows it in any case (RFC 9110, section 11.1). */
    private static @Nullable String authorization(LocalRequest request) {
        String value = request.header("Authorization");
        return value != null && value.regionMatches(true, 0, "Basic ", 0, 6) ? "Basic " + value.substring(6) : value;
    }

    /** @throws GeneralException with the error of RFC 6749, section 5.2 */
    private AccessTokenResponse grant(TokenRequest request) throws GeneralException {
        String client = clientOf(request);
        if (request.getAuthorizationGrant() instanceof AuthorizationCodeGrant shown) {
            LocalCode code = codes.take(shown.getAuthorizationCode().getValue())
                    .filter(taken -> taken.isFor(client, shown))
                    .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
            return tokens.of(code);
        }
        if (!GrantType.CLIENT_CREDENTIALS.equals(request.getAuthorizationGrant().getType())) {
            throw new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
        LocalPerson person =
                LocalPerson.ofId(client).orElseThrow(() -> new GeneralException(OAuth2Error.UNAUTHORIZED_CLIENT));
        return tokens.of(person, granted(person, request.getScope()));
    }

    private static String clientOf(TokenRequest request) throws GeneralException {
        List<ClientAuthentication> ways = request.getClientAuthenticationCandidates();
        if (ways != null && ways.size() > 1) {
            throw new GeneralException(OAuth2Error.INVALID_REQUEST.setDescription("Two ways to authenticate"));
        }
        if (request.getClientAuthentication() instanceof PlainClientSecret credentials
                && SECRET.equals(credentials.getClientSecret())) {
            String client = credentials.getClientID().getValue();
            if (client.equals(LocalProvider.CLIENT_ID)
                    || LocalPerson.ofId(client).isPresent()) {
                return client;
            }
        }
        throw new GeneralException(OAuth2Error.INVALID_CLIENT);
    }

    /** All that the person may do, or the part of it that is asked for. */
    private static List<String> granted(LocalPerson person, @Nullable Scope asked) throws GeneralException {
        if (asked == null || asked.isEmpty()) {
            return person.permissions();
        }
        if (!person.permissions().containsAll(asked.toStringList())) {
            throw new GeneralException(OAuth2Error.INVALID_SCOPE);
        }
        return asked.toStringList();
    }
}
