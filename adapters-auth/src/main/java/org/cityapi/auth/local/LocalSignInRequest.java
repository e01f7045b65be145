package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request to sign somebody in (OpenID Connect Core 1.0, section 3.1.2.1), in its own words: the SDK trims what it
 * parses, but state and nonce must come back as they were sent.
 */
record LocalSignInRequest(String query, Map<String, List<String>> parameters) {

    /** A SHA-256 hash in base64url (RFC 7636, section 4.2). */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    static LocalSignInRequest of(String query) {
        return new LocalSignInRequest(query, URLUtils.parseParameters(query));
    }

    /** As sent; empty when it was not. */
    String value(String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    /** What is said twice would be read in one way here and in another elsewhere (RFC 6749, section 3.1). */
    boolean saysEachThingOnce() {
        return parameters.values().stream().allMatch(values -> values.size() == 1);
    }

    /** Why nobody can be signed in by it; the client and its address are judged elsewhere. */
    Optional<ErrorObject> fault() {
        if (parameters.containsKey("request")) {
            return Optional.of(OAuth2Error.REQUEST_NOT_SUPPORTED);
        }
        if (parameters.containsKey("request_uri")) {
            return Optional.of(OAuth2Error.REQUEST_URI_NOT_SUPPORTED);
        }
        try {
            return faultIn(AuthenticationRequest.parse(parameters));
        } catch (ParseException e) {
            // Its description may repeat what was sent.
            ErrorObject error = e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject();
            return Optional.of(new ErrorObject(error.getCode()));
        } catch (IllegalArgumentException e) {
            return Optional.of(OAuth2Error.INVALID_REQUEST);
        }
    }

    private Optional<ErrorObject> faultIn(AuthenticationRequest request) {
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            return Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        }
        if (request.getResponseMode() != null && !ResponseMode.QUERY.equals(request.getResponseMode())) {
            return invalid("response_mode can be query only");
        }
        if (value("state").isBlank()) {
            return invalid("state is missing");
        }
        if (value("nonce").isBlank()) {
            return invalid("nonce is missing");
        }
        if (!CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                || !CHALLENGE.matcher(value("code_challenge")).matches()) {
            return invalid("code_challenge of method S256 is missing");
        }
        return request.getPrompt() != null && request.getPrompt().contains(Prompt.Type.NONE)
                ? Optional.of(OIDCError.LOGIN_REQUIRED)
                : Optional.empty();
    }

    private static Optional<ErrorObject> invalid(String why) {
        return Optional.of(OAuth2Error.INVALID_REQUEST.setDescription(why));
    }
}
