package org.cityapi.auth.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.cityapi.domain.user.Permission;
import org.jspecify.annotations.Nullable;

/** Gives the local clients access tokens (RFC 9068) by the client credentials grant (RFC 6749, section 4.4). */
final class LocalTokens {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final String issuer;
    private final String audience;
    private final Clock clock;
    private final ECKey key;

    /** With a key that lives no longer than this process does. */
    LocalTokens(String issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        try {
            this.key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** The public half of the key. */
    JWKSet keys() {
        return new JWKSet(key).toPublicJWKSet();
    }

    /** @throws GeneralException with the error of RFC 6749, section 5.2 */
    AccessTokenResponse answer(TokenRequest request) throws GeneralException {
        LocalClient client = clientOf(request);
        if (!GrantType.CLIENT_CREDENTIALS.equals(request.getAuthorizationGrant().getType())) {
            throw new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
        List<String> granted = granted(client, request.getScope());
        Scope scope = granted.isEmpty() ? null : new Scope(granted.toArray(String[]::new));
        BearerAccessToken token = new BearerAccessToken(sign(client, granted), LIFETIME.toSeconds(), scope);
        return new AccessTokenResponse(new Tokens(token, null));
    }

    private static LocalClient clientOf(TokenRequest request) throws GeneralException {
        List<ClientAuthentication> ways = request.getClientAuthenticationCandidates();
        if (ways != null && ways.size() > 1) {
            throw new GeneralException(OAuth2Error.INVALID_REQUEST.setDescription("Two ways to authenticate"));
        }
        if (request.getClientAuthentication() instanceof PlainClientSecret credentials) {
            return LocalClient.provenBy(credentials)
                    .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_CLIENT));
        }
        throw new GeneralException(OAuth2Error.INVALID_CLIENT);
    }

    /** All that the client may have, or the part of it that it asks for. */
    private static List<String> granted(LocalClient client, @Nullable Scope asked) throws GeneralException {
        List<String> allowed = Arrays.stream(Permission.values())
                .filter(client::may)
                .map(Permission::scope)
                .toList();
        if (asked == null || asked.isEmpty()) {
            return allowed;
        }
        if (!allowed.containsAll(asked.toStringList())) {
            throw new GeneralException(OAuth2Error.INVALID_SCOPE);
        }
        return asked.toStringList();
    }

    private String sign(LocalClient client, List<String> permissions) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(client.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", client.id())
                .claim("name", client.title())
                .claim("permissions", permissions)
                .claim("scope", String.join(" ", permissions))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A key made for ES256 signs", e);
        }
        return jwt.serialize();
    }
}
