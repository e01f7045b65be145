package org.cityapi.auth.signin;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cityapi.auth.ProviderText;
import org.cityapi.auth.SignInProvider;
import org.cityapi.domain.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token must say of itself, once its signature holds (OpenID Connect Core 1.0, section 3.1.3.7). Clocks may
 * differ by a minute.
 */
final class IdTokenRules implements JWTClaimsSetVerifier<SecurityContext> {

    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private final SignInProvider provider;
    private final String nonce;
    private final Clock clock;

    /** @param nonce what was sent, and must come back */
    IdTokenRules(SignInProvider provider, String nonce, Clock clock) {
        this.provider = provider;
        this.nonce = nonce;
        this.clock = clock;
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) {
        Instant now = clock.instant();
        // Keycloak signs all its tokens alike, and tells them apart by a claim.
        demand(claims.getClaim("typ") == null || "ID".equals(claims.getClaim("typ")), "of another kind (typ)");
        demand(provider.issuer().equals(claims.getIssuer()), "of another issuer (iss)");
        demand(isForUs(claims), "for another client (aud, azp)");
        demand(
                claims.getExpirationTime() != null
                        && now.minus(LEEWAY).isBefore(claims.getExpirationTime().toInstant()),
                "expired (exp)");
        demand(
                claims.getIssueTime() != null
                        && !claims.getIssueTime().toInstant().isBefore(Instant.EPOCH)
                        && !now.plus(LEEWAY).isBefore(claims.getIssueTime().toInstant()),
                "issued at no possible time (iat)");
        demand(
                claims.getNotBeforeTime() == null
                        || !now.plus(LEEWAY).isBefore(claims.getNotBeforeTime().toInstant()),
                "not valid yet (nbf)");
        demand(nonce.equals(claims.getClaim("nonce")), "of another sign-in (nonce)");
        demand(!ProviderText.isTooLongASubject(claims.getSubject()), "of a subject that is too long (sub)");
        demand(ProviderText.isSubject(claims.getSubject()), "of nobody (sub)");
    }

    private boolean isForUs(JWTClaimsSet claims) {
        List<String> audience = claims.getAudience();
        Object party = claims.getClaim("azp");
        boolean alone = audience.size() == 1 && party == null;
        return audience.contains(provider.clientId())
                && (alone || provider.clientId().equals(party));
    }

    private static void demand(boolean holds, String fault) {
        if (!holds) {
            throw new Rejection.InvalidToken("The ID token is " + fault);
        }
    }
}
