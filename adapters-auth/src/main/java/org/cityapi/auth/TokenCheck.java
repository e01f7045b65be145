package org.cityapi.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.jspecify.annotations.Nullable;

/** Turns an access token into the user it speaks for, or refuses it (RFC 6750, RFC 7519, RFC 9068). */
@Singleton
public final class TokenCheck {

    private static final int MAX_LENGTH = 8 * 1024;

    /** RFC 7515, section 7.1; Nimbus passes over foreign characters, which gives one token many spellings. */
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final Map<String, Trusted> trusted;

    TokenCheck(List<TrustedIssuer> issuers, Issuers known, Clock clock) {
        trusted = issuers.stream()
                .map(issuer ->
                        new Trusted(issuer, known.keysOf(issuer.url()), new AccessTokenRules(issuer.audience(), clock)))
                .collect(Collectors.toUnmodifiableMap(one -> one.issuer().url(), Function.identity()));
    }

    private record Trusted(TrustedIssuer issuer, IssuerKeys keys, AccessTokenRules rules) {}

    /**
     * Whom an access token speaks for, and what it allows; the token itself is left behind.
     *
     * @param identity as the token tells
     * @param permissions as the token tells
     * @param client whom the token was issued to, by {@code client_id} (RFC 9068) or {@code azp}; null when neither tells
     */
    public record Grant(
            Identity identity,
            Set<Permission> permissions,
            @Nullable String client) {
        public Grant {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * Blocks while keys are fetched, for five seconds at most.
     *
     * @throws Rejection.InvalidToken when the token is not good
     * @throws org.cityapi.domain.rejection.Rejection.Unavailable when that cannot be told now
     */
    public Grant check(String token) {
        if (token.length() > MAX_LENGTH) {
            throw new Rejection.InvalidToken("The token is longer than " + MAX_LENGTH + " characters");
        }
        SignedJWT jwt = parse(token);
        Trusted by = trusted.get(claimedIssuer(jwt));
        if (by == null) {
            throw new Rejection.InvalidToken("The token is of an issuer that is not trusted here (iss)");
        }
        JWTClaimsSet claims = by.keys().verify(jwt, by.rules());
        return new Grant(
                ProviderText.identity(by.issuer().url(), claims),
                GrantedPermissions.in(claims.getClaims(), by.issuer().permissionsClaim()),
                client(claims));
    }

    private static @Nullable String client(JWTClaimsSet claims) {
        return claims.getClaim("client_id") instanceof String id
                ? id
                : claims.getClaim("azp") instanceof String party ? party : null;
    }

    /**
     * A token that is signed, by whomever.
     *
     * @throws Rejection.InvalidToken when it is none
     */
    public static SignedJWT parse(String token) {
        try {
            if (COMPACT.matcher(token).matches()) {
                SignedJWT jwt = SignedJWT.parse(token);
                refuseNumberAsSubject(jwt);
                return jwt;
            }
        } catch (ParseException | IllegalArgumentException e) {
            // falls through to the same refusal
        }
        throw new Rejection.InvalidToken("The token is not a signed JWT");
    }

    /** RFC 7519, section 4.1.2, wants a text; Nimbus makes one of the number 5, and two people one. */
    private static void refuseNumberAsSubject(SignedJWT jwt) {
        Map<String, Object> claims = jwt.getPayload().toJSONObject();
        if (claims != null && claims.get("sub") instanceof Number) {
            throw new Rejection.InvalidToken("The token does not say whom it is for (sub)");
        }
    }

    /** What the token says, unproven: it only chooses whose keys must prove it. */
    private static String claimedIssuer(SignedJWT jwt) {
        try {
            String issuer = jwt.getJWTClaimsSet().getIssuer();
            return issuer == null ? "" : issuer;
        } catch (ParseException | IllegalArgumentException e) {
            throw new Rejection.InvalidToken("The token's claims cannot be read");
        }
    }
}
