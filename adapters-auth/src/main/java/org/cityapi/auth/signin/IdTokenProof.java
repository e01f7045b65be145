package org.cityapi.auth.signin;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.cityapi.application.SignIn;
import org.cityapi.auth.GrantedPermissions;
import org.cityapi.auth.IssuerKeys;
import org.cityapi.auth.ProviderText;
import org.cityapi.auth.SignInProvider;
import org.cityapi.auth.TokenCheck;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges what one provider's tokens prove of somebody. */
final class IdTokenProof {

    private static final Logger LOG = LoggerFactory.getLogger(IdTokenProof.class);

    private final SignInProvider provider;
    private final IssuerKeys keys;
    private final TokenCheck check;
    private final Clock clock;

    IdTokenProof(SignInProvider provider, IssuerKeys keys, TokenCheck check, Clock clock) {
        this.provider = provider;
        this.keys = keys;
        this.check = check;
        this.clock = clock;
    }

    /**
     * The claims of the ID token, each proven. Blocks while keys are fetched.
     *
     * @param nonce of the sign-in that the tokens must belong to
     * @throws Rejection.InvalidToken when the ID token proves nothing
     * @throws Rejection.Unavailable when that cannot be told now
     */
    JWTClaimsSet verify(CodeExchange.Tokens tokens, String nonce) {
        SignedJWT token = TokenCheck.parse(tokens.id());
        JOSEObjectType type = token.getHeader().getType();
        if (type != null && !type.equals(JOSEObjectType.JWT)) {
            throw new Rejection.InvalidToken("The ID token is of another type (typ)");
        }
        JWTClaimsSet claims = keys.verify(token, new IdTokenRules(provider, nonce, clock));
        Object hash = claims.getClaim("at_hash");
        if (hash != null && !isOf(tokens.access(), hash, token.getHeader().getAlgorithm())) {
            throw new Rejection.InvalidToken("The ID token belongs to another access token (at_hash)");
        }
        return claims;
    }

    /**
     * What those claims and the access token say together. Blocks while keys are fetched.
     *
     * @param claims of the ID token, and what the provider told besides
     */
    SignIn.Proof of(JWTClaimsSet claims, CodeExchange.Tokens tokens) {
        Identity identity = ProviderText.identity(provider.issuer(), claims);
        Set<Permission> granted = EnumSet.noneOf(Permission.class);
        granted.addAll(GrantedPermissions.listed(claims.getClaims(), provider.permissionsClaim()));
        granted.addAll(grantedBy(tokens.access(), identity));
        return new SignIn.Proof(identity, isTrue(claims.getClaim("email_verified")), granted, provider.name());
    }

    private static boolean isOf(String access, Object hash, JWSAlgorithm algorithm) {
        return AccessTokenHash.compute(new BearerAccessToken(access), algorithm, null)
                .getValue()
                .equals(hash);
    }

    /** An access token that is for somebody else, opaque, or of another person grants nothing here. */
    private Set<Permission> grantedBy(String access, Identity identity) {
        if (provider.audience() == null) {
            return Set.of();
        }
        try {
            TokenCheck.Grant grant = check.check(access);
            if (grant.identity().id().equals(identity.id())) {
                return grant.permissions();
            }
            tellNothingGranted("It is of somebody else than the ID token (iss, sub)");
        } catch (Rejection.InvalidToken e) {
            tellNothingGranted(e.reason());
        } catch (Rejection.Unavailable e) {
            tellNothingGranted("The keys of its issuer cannot be had");
        }
        return Set.of();
    }

    /** The person signs in and finds that he may do nothing: why, only the operator can mend. */
    private void tellNothingGranted(String reason) {
        LOG.warn("The access token of a sign-in by {} grants nothing: {}", provider.issuer(), reason);
    }

    /** Some providers write it as a text. */
    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }
}
