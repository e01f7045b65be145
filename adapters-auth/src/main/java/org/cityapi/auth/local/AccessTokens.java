package org.cityapi.auth.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.cityapi.domain.user.Permission;

/** Access tokens (RFC 9068) signed with a key that is made at each start. */
final class AccessTokens {

    static final String AUDIENCE = "city-api";
    static final long SECONDS = 3600;

    private final String issuer;
    private final ECKey key;

    private AccessTokens(String issuer, ECKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    static AccessTokens of(String issuer) {
        try {
            return new AccessTokens(
                    issuer,
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** The key set to check the tokens with (RFC 7517). */
    String publicKeys() {
        return new JWKSet(key).toString(true);
    }

    String tokenFor(LocalClient client) {
        List<String> permissions = client.role().permissions().stream()
                .map(Permission::scope)
                .sorted()
                .toList();
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(client.id())
                .claim("client_id", client.id())
                .claim("name", client.displayName())
                .claim("permissions", permissions)
                .claim("scope", String.join(" ", permissions))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(SECONDS)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A key of our own does not sign", e);
        }
    }
}
