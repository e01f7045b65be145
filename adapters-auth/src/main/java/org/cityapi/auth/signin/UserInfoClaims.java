package org.cityapi.auth.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cityapi.auth.ProviderClient;
import org.cityapi.auth.ProviderText;
import org.cityapi.domain.user.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one provider tells of somebody beside the ID token, where name or e-mail are missing there (OpenID Connect Core 1.0,
 * sections 5.3 and 5.4). Nobody is kept out by what goes wrong with it. No permission is read from it; its verified e-mail
 * counts for {@code CITY_ADMINS} as the ID token's does.
 */
final class UserInfoClaims {

    private static final Logger LOG = LoggerFactory.getLogger(UserInfoClaims.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final List<String> NAME = List.of("name", "preferred_username");

    /** Together: an address of one answer is not verified by the other. */
    private static final List<String> EMAIL = List.of("email", "email_verified");

    private final String issuer;
    private final ProviderClient client;

    UserInfoClaims(String issuer, ProviderClient client) {
        this.issuer = issuer;
        this.client = client;
    }

    /**
     * The claims of an ID token, and what was missing; as they are when that cannot be had.
     *
     * @param access of the same sign-in
     * @param left of the time that the sign-in may take
     */
    JWTClaimsSet completed(JWTClaimsSet claims, String access, ProviderDocument document, Duration left) {
        Identity known = ProviderText.identity(issuer, claims);
        URI endpoint = document.userInfo();
        if (endpoint == null || (known.name() != null && known.email() != null)) {
            return claims;
        }
        Map<String, Object> told;
        try {
            told = fetch(endpoint, access, left.compareTo(PATIENCE) < 0 ? left : PATIENCE);
            if (!claims.getSubject().equals(told.get("sub"))) {
                throw new IOException("it tells of somebody else than the ID token (sub)");
            }
        } catch (IOException e) {
            LOG.warn("The userinfo of {} adds nothing to a sign-in: {}", issuer, ProviderText.reason(e));
            return claims;
        }
        JWTClaimsSet.Builder all = new JWTClaimsSet.Builder(claims);
        if (known.name() == null) {
            NAME.forEach(name -> all.claim(name, told.get(name)));
        }
        if (known.email() == null) {
            EMAIL.forEach(name -> all.claim(name, told.get(name)));
        }
        return all.build();
    }

    private Map<String, Object> fetch(URI endpoint, String access, Duration patience) throws IOException {
        HttpResponse<String> response;
        try {
            response = client.get(
                    endpoint,
                    new UserInfoRequest(endpoint, new BearerAccessToken(access))
                            .toHTTPRequest()
                            .getHeaderMap(),
                    patience);
        } catch (IllegalArgumentException quotesTheToken) {
            throw new IOException("the access token fits into no header");
        }
        if (response.statusCode() != 200) {
            throw new IOException(endpoint + " answers " + response.statusCode());
        }
        if (!ProviderClient.isJson(response)) {
            throw new IOException(endpoint + " does not answer application/json");
        }
        try {
            return JSONObjectUtils.parse(response.body());
        } catch (ParseException quotesTheAnswer) {
            throw new IOException(endpoint + " does not answer a JSON object");
        }
    }
}
