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
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Makes and signs the tokens: access tokens (RFC 9068), and ID tokens (OpenID Connect Core 1.0, section 2). */
final class LocalTokens {

    /** What an ID token tells about a person, by the names of its scopes. */
    static final Scope IDENTITY = new Scope("openid", "profile", "email");

    /** All claims of an ID token. */
    static final List<String> CLAIMS = List.of(
            "iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "at_hash", "name", "email", "email_verified");

    private static final Duration ACCESS = Duration.ofHours(1);

    /** Long enough to be fetched and read once. */
    private static final Duration IDENTIFICATION = Duration.ofMinutes(10);

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

    /** For a program that acts in a person's name, with some of the person's permissions. */
    AccessTokenResponse of(LocalPerson person, List<String> permissions) {
        Scope scope = permissions.isEmpty() ? null : Scope.parse(permissions);
        String token = accessToken(person.id(), person, permissions);
        return new AccessTokenResponse(new Tokens(new BearerAccessToken(token, ACCESS.toSeconds(), scope), null));
    }

    /** For the application that a person has signed in to. */
    OIDCTokenResponse of(LocalCode code) {
        List<String> permissions = code.person().permissions();
        Scope scope = Scope.parse(IDENTITY.toStringList());
        scope.addAll(Scope.parse(permissions));
        BearerAccessToken access = new BearerAccessToken(
                accessToken(code.client(), code.person(), permissions), ACCESS.toSeconds(), scope);
        return new OIDCTokenResponse(new OIDCTokens(idToken(code, access), access, null));
    }

    private String accessToken(String client, LocalPerson person, List<String> permissions) {
        return signed(
                new JOSEObjectType("at+jwt"),
                claims(person, ACCESS)
                        .audience(audience)
                        .jwtID(UUID.randomUUID().toString())
                        .claim("client_id", client)
                        .claim("permissions", permissions)
                        .claim("scope", String.join(" ", permissions)));
    }

    private String idToken(LocalCode code, BearerAccessToken access) {
        return signed(
                JOSEObjectType.JWT,
                claims(code.person(), IDENTIFICATION)
                        .audience(code.client())
                        .claim("auth_time", code.at().getEpochSecond())
                        .claim("nonce", code.nonce())
                        .claim(
                                "at_hash",
                                AccessTokenHash.compute(access, JWSAlgorithm.ES256, key.getCurve())
                                        .getValue())
                        .claim("email", code.person().email())
                        .claim("email_verified", true));
    }

    /** What both kinds of token say. */
    private JWTClaimsSet.Builder claims(LocalPerson person, Duration lifetime) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(person.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim("name", person.title());
    }

    private String signed(JOSEObjectType type, JWTClaimsSet.Builder claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type)
                .keyID(key.getKeyID())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims.build());
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A key made for ES256 signs", e);
        }
        return jwt.serialize();
    }
}
