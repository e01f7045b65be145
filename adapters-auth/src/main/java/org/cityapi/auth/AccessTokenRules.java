package org.cityapi.auth;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.cityapi.domain.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What an access token must say of itself (RFC 7519, section 4.1; RFC 9068, section 4), once its signature holds. Clocks
 * may differ by a minute.
 */
final class AccessTokenRules implements JWTClaimsSetVerifier<SecurityContext> {

    static final Duration LEEWAY = Duration.ofSeconds(60);

    /** Claims of ID tokens (OpenID Connect Core 1.0, section 2), which prove a sign-in and grant nothing. */
    private static final Set<String> OF_ID_TOKENS = Set.of("nonce", "at_hash");

    private final String audience;
    private final Clock clock;

    AccessTokenRules(String audience, Clock clock) {
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) {
        Instant now = clock.instant();
        Date expiry = claims.getExpirationTime();
        refuseIf(expiry == null, "The token does not say when it expires (exp)");
        refuseIf(isAfter(now.minus(LEEWAY), expiry), "The token has expired (exp)");
        refuseIf(isBefore(now.plus(LEEWAY), claims.getNotBeforeTime()), "The token is not valid yet (nbf)");
        refuseIf(isBefore(now.plus(LEEWAY), claims.getIssueTime()), "The token was issued in the future (iat)");
        refuseIf(!claims.getAudience().contains(audience), "The token is meant for another service (aud)");
        refuseIf(ProviderText.isTooLongASubject(claims.getSubject()), "The subject of the token is too long (sub)");
        refuseIf(!ProviderText.isSubject(claims.getSubject()), "The token does not say whom it is for (sub)");
        refuseIf(!isAccessToken(claims), "The token is of another kind than an access token");
    }

    /** Keycloak signs all its tokens alike, and tells them apart by a claim {@code typ}: Bearer, ID, Refresh and so on. */
    private static boolean isAccessToken(JWTClaimsSet claims) {
        Object type = claims.getClaim("typ");
        return (type == null || "Bearer".equalsIgnoreCase(type.toString()))
                && OF_ID_TOKENS.stream().noneMatch(claims.getClaims()::containsKey);
    }

    private static boolean isAfter(Instant time, @Nullable Date bound) {
        return bound != null && !time.isBefore(bound.toInstant());
    }

    private static boolean isBefore(Instant time, @Nullable Date bound) {
        return bound != null && time.isBefore(bound.toInstant());
    }

    private static void refuseIf(boolean wrong, String description) {
        if (wrong) {
            throw new Rejection.InvalidToken(description);
        }
    }
}
