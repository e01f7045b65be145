package org.cityapi.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;

/** The keys of one issuer, against which its tokens are verified (RFC 7515, section 5.2). */
public final class IssuerKeys {

    /** Asymmetric only: what verifies a token must not be able to make one (RFC 8725, section 3.1). */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final DiscoveredKeys published;
    private final JWSVerificationKeySelector<SecurityContext> selector;

    /** @param background fetches keys anew before they are too old, so that no request waits for that */
    IssuerKeys(String issuer, ProviderClient client, KeyTimes times, ExecutorService background) {
        this.published = new DiscoveredKeys(issuer, client, times.patience());
        long use = times.use().toMillis();
        long waiting = times.patience().toMillis() + 200;
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(published)
                .cache(use, waiting)
                .refreshAheadCache(use / 4, null, background, false, null, false)
                .rateLimited(times.apart().toMillis())
                .outageTolerant(times.outage().toMillis())
                .build();
        this.selector = new JWSVerificationKeySelector<>(ALGORITHMS, keys);
    }

    /**
     * The claims of a token that this issuer made.
     *
     * @param rules what the claims must be
     * @throws Rejection.InvalidToken when it is not such a token
     * @throws Rejection.Unavailable when that cannot be told, for the issuer's keys cannot be had
     */
    public JWTClaimsSet verify(SignedJWT token, JWTClaimsSetVerifier<SecurityContext> rules) {
        TokenHeader.check(token.getHeader());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(selector);
        processor.setJWSTypeVerifier(TokenHeader.TYPES);
        processor.setJWTClaimsSetVerifier(rules);
        try {
            return processor.process(token, null);
        } catch (RateLimitReachedException e) {
            if (published.isReachable()) {
                throw unknownKey();
            }
            throw new Rejection.Unavailable(Dependency.IDENTITY_PROVIDER, e);
        } catch (KeySourceException e) {
            throw new Rejection.Unavailable(Dependency.IDENTITY_PROVIDER, e);
        } catch (BadJOSEException | JOSEException e) {
            throw unknownKey();
        }
    }

    private static Rejection.InvalidToken unknownKey() {
        return new Rejection.InvalidToken("The token is not signed with a key of its issuer");
    }
}
