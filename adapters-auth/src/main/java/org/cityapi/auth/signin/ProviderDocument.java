package org.cityapi.auth.signin;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.cityapi.auth.Discovery;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself, as far as a sign-in needs it (OpenID Connect Discovery 1.0, section 3).
 *
 * @param authorization where it asks people
 * @param token where it redeems codes
 * @param endSession where it signs people out; null where it does not
 * @param secretInForm whether it takes a client's secret in the form only, and not in the header
 * @param tellsIssuer whether each of its answers names it (RFC 9207, section 3)
 */
record ProviderDocument(
        URI authorization, URI token, @Nullable URI endSession, boolean secretInForm, boolean tellsIssuer) {

    private static final String METHODS = "token_endpoint_auth_methods_supported";

    static ProviderDocument of(Map<String, Object> document) throws ParseException {
        return new ProviderDocument(
                Discovery.address(document, "authorization_endpoint"),
                Discovery.address(document, "token_endpoint"),
                document.get("end_session_endpoint") == null
                        ? null
                        : Discovery.address(document, "end_session_endpoint"),
                takesFormOnly(JSONObjectUtils.getStringList(document, METHODS)),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
    }

    private static boolean takesFormOnly(@Nullable List<String> methods) {
        return methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue())
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue());
    }
}
