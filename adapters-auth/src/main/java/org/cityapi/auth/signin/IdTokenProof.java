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

/** Judges what one provider's tokens prove of somebody. */
final class IdTokenProof {

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
     * Blocks while keys are fetched.
     *
     * @param nonce of the sign-in that the tokens must belong to
     * @throws Rejection.InvalidToken when the ID token proves nothing
     * @throws Rejection.Unavailable when that cannot be told now
     */
    SignIn.Proof of(CodeExchange.Tokens tokens, String nonce) {
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
            return grant.identity().id().equals(identity.id()) ? grant.permissions() : Set.of();
        } catch (Rejection.InvalidToken | Rejection.Unavailable none) {
            return Set.of();
        }
    }

    /** Some providers write it as a text. */
    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }
}
