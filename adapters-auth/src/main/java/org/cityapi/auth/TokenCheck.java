package org.cityapi.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Identity;
import org.jspecify.annotations.Nullable;

/** Turns a bearer token into the user it speaks for, or refuses it (RFC 6750, RFC 7519, RFC 9068). */
final class TokenCheck {

    private static final int MAX_LENGTH = 8 * 1024;

    /** RFC 7515, section 7.1; Nimbus passes over foreign characters, which gives one token many spellings. */
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final Map<String, TrustedProvider> providers;

    TokenCheck(List<TrustedIssuer> issuers, KeyTimes times, Clock clock, ExecutorService background) {
        ProviderClient client = new ProviderClient();
        providers = issuers.stream()
                .map(issuer -> new TrustedProvider(issuer, client, times, clock, background))
                .collect(Collectors.toUnmodifiableMap(p -> p.issuer().url(), Function.identity()));
    }

    /**
     * Blocks while keys are fetched, for five seconds at most.
     *
     * @throws Rejection.InvalidToken when the token is not good
     * @throws org.cityapi.domain.rejection.Rejection.Unavailable when that cannot be told now
     */
    TokenAuthentication check(String token) {
        if (token.length() > MAX_LENGTH) {
            throw new Rejection.InvalidToken("The token is longer than " + MAX_LENGTH + " characters");
        }
        SignedJWT jwt = parse(token);
        TokenHeader.check(jwt.getHeader());
        TrustedProvider provider = providers.get(claimedIssuer(jwt));
        if (provider == null) {
            throw new Rejection.InvalidToken("The token is of an issuer that is not trusted here (iss)");
        }
        JWTClaimsSet claims = provider.verify(jwt);
        TrustedIssuer issuer = provider.issuer();
        return new TokenAuthentication(
                new Identity(issuer.url(), claims.getSubject(), name(claims), email(claims)),
                GrantedPermissions.in(claims.getClaims(), issuer.permissionsClaim()));
    }

    private static SignedJWT parse(String token) {
        try {
            if (COMPACT.matcher(token).matches()) {
                return SignedJWT.parse(token);
            }
        } catch (ParseException | IllegalArgumentException e) {
            // falls through to the same refusal
        }
        throw new Rejection.InvalidToken("The token is not a signed JWT");
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

    private static @Nullable String name(JWTClaimsSet claims) {
        String name = ProviderText.name(claims.getClaim("name"));
        return name == null ? ProviderText.name(claims.getClaim("preferred_username")) : name;
    }

    private static @Nullable String email(JWTClaimsSet claims) {
        return ProviderText.email(claims.getClaim("email"));
    }
}
