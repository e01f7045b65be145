package org.cityapi.auth;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A provider by which people sign in with a browser (OpenID Connect Core 1.0).
 *
 * @param name as in addresses: {@code auth0}, {@code google}, {@code oidc} or {@code local}
 * @param title as people know it
 * @param issuer its issuer identifier, exactly as the {@code iss} of its tokens spells it; https, or http on the loopback
 * @param clientId what it calls this register
 * @param clientSecret what proves to it that this is the register
 * @param audience what its access tokens call this API in {@code aud}; null when it gives none for it
 * @param permissionsClaim as of a {@link TrustedIssuer}; where none is named, {@code scope} of an ID token does not count
 */
@EachProperty(AuthSettings.SIGN_IN)
public record SignInProvider(
        @Parameter String name,
        String title,
        String issuer,
        String clientId,
        String clientSecret,
        @Nullable String audience,
        @Nullable String permissionsClaim) {

    /** Whose way to sign out is its own. */
    private static final String AUTH0 = "auth0";

    /** Of local mode, where no other is set. */
    private static final String LOCAL = "local";

    /** Who asks for an account where others ask for a password. */
    private static final String GOOGLE = "google";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,30}");

    /** @throws IllegalArgumentException with one sentence that names the fault */
    public SignInProvider {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a provider: " + name);
        }
        if (ProviderAddress.of(issuer).getRawQuery() != null) {
            throw new IllegalArgumentException("an issuer has no query: " + issuer);
        }
        if (title.isBlank()
                || clientId.isBlank()
                || clientSecret.isBlank()
                || (permissionsClaim != null && permissionsClaim.isBlank())) {
            throw new IllegalArgumentException(
                    "title, client id, client secret or permissions claim of " + name + " is not set");
        }
    }

    public boolean isAuth0() {
        return name.equals(AUTH0);
    }

    public boolean isLocal() {
        return name.equals(LOCAL);
    }

    public boolean isGoogle() {
        return name.equals(GOOGLE);
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return name + " at " + issuer;
    }
}
