package org.cityapi.auth.signin;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cityapi.auth.Discovery;
import org.cityapi.auth.ProviderText;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself, as far as a sign-in needs it (OpenID Connect Discovery 1.0, section 3).
 *
 * @param authorization where it asks people
 * @param token where it redeems codes
 * @param userInfo where it tells of people; null where it does not
 * @param endSession where it signs people out; null where it does not
 * @param secretInForm whether it takes a client's secret in the form only, and not in the header
 * @param tellsIssuer whether each of its answers names it (RFC 9207, section 3)
 * @param passedOver what it might as well not have said, and why; fit for a log
 */
record ProviderDocument(
        URI authorization,
        URI token,
        @Nullable URI userInfo,
        @Nullable URI endSession,
        boolean secretInForm,
        boolean tellsIssuer,
        List<String> passedOver) {

    private static final String METHODS = "token_endpoint_auth_methods_supported";

    ProviderDocument {
        passedOver = List.copyOf(passedOver);
    }

    static ProviderDocument of(Map<String, Object> document) throws ParseException {
        List<String> passedOver = new ArrayList<>();
        return new ProviderDocument(
                Discovery.address(document, "authorization_endpoint"),
                Discovery.address(document, "token_endpoint"),
                optional(document, "userinfo_endpoint", passedOver),
                optional(document, "end_session_endpoint", passedOver),
                takesFormOnly(document.get(METHODS)),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")),
                passedOver);
    }

    /** Nobody is kept out for what a sign-in can do without. */
    private static @Nullable URI optional(Map<String, Object> document, String name, List<String> passedOver) {
        try {
            return document.get(name) == null ? null : Discovery.address(document, name);
        } catch (ParseException | IllegalArgumentException e) {
            passedOver.add(name + " (" + ProviderText.reason(e) + ")");
            return null;
        }
    }

    private static boolean takesFormOnly(@Nullable Object told) {
        return told instanceof List<?> methods
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue())
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue());
    }
}
