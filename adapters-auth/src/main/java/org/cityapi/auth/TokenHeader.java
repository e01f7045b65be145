package org.cityapi.auth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import org.cityapi.domain.rejection.Rejection;

/** What may stand in a token's header, judged before anything is fetched or computed for it (RFC 8725, section 3). */
final class TokenHeader {

    /** No {@code typ}, {@code JWT}, or an access token by RFC 9068, section 2.1. */
    static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES = new DefaultJOSEObjectTypeVerifier<>(
            null, JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));

    private TokenHeader() {}

    static void check(JWSHeader header) {
        if (!IssuerKeys.ALGORITHMS.contains(header.getAlgorithm())) {
            throw new Rejection.InvalidToken("The token is signed with an algorithm that is not taken here (alg)");
        }
        if (header.getJWKURL() != null || header.getJWK() != null || header.getX509CertURL() != null) {
            throw new Rejection.InvalidToken("The token brings its own key (jku, jwk, x5u)");
        }
        if (header.getCriticalParams() != null) {
            throw new Rejection.InvalidToken("The token asks for an extension that is not known here (crit)");
        }
        try {
            TYPES.verify(header.getType(), null);
        } catch (BadJOSEException e) {
            throw new Rejection.InvalidToken("The token is of another type than an access token (typ)");
        }
    }
}
