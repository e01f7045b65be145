package org.cityapi.auth.signin;

import io.micronaut.http.HttpRequest;
import java.util.List;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.SignInFault;
import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from a provider, in the query (RFC 6749, section 4.1.2).
 *
 * @param state empty when there is none
 * @param code what can be redeemed; null when there is none
 * @param error why there is no code; null when nothing failed
 * @param issuer who says so (RFC 9207); null when it is not told
 */
record AuthorizationResponse(
        String state,
        @Nullable String code,
        @Nullable String error,
        @Nullable String issuer) {

    /** @throws Rejection.SignInFailed when a parameter is there twice: nobody could say which is meant */
    static AuthorizationResponse of(HttpRequest<?> request) {
        String state = parameter(request, "state");
        return new AuthorizationResponse(
                state == null ? "" : state,
                parameter(request, "code"),
                parameter(request, "error"),
                parameter(request, "iss"));
    }

    private static @Nullable String parameter(HttpRequest<?> request, String name) {
        List<String> values = request.getParameters().getAll(name);
        if (values.size() > 1) {
            throw new Rejection.SignInFailed(SignInFault.UNKNOWN_ATTEMPT);
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
