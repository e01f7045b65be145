package org.cityapi.auth;

import io.micronaut.context.annotation.EachProperty;
import org.jspecify.annotations.Nullable;

/**
 * A provider whose access tokens are taken here (RFC 9068, section 4).
 *
 * @param url its issuer identifier, exactly as the {@code iss} of its tokens spells it; https, or http on the loopback
 * @param audience what its tokens call this API in {@code aud}
 * @param permissionsClaim the claim that lists permissions, and it alone: a name, or a path such as {@code
 *     realm_access.roles}; null where none is named: {@code permissions}, or else {@code scope}
 */
@EachProperty(value = AuthSettings.ISSUERS, list = true)
public record TrustedIssuer(
        String url, String audience, @Nullable String permissionsClaim) {

    /** @throws IllegalArgumentException with one sentence that names the fault */
    public TrustedIssuer {
        if (ProviderAddress.of(url).getRawQuery() != null) {
            throw new IllegalArgumentException("an issuer has no query: " + url);
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("no audience is set for the tokens of " + url);
        }
        if (permissionsClaim != null && permissionsClaim.isBlank()) {
            throw new IllegalArgumentException("no permissions claim is set for the tokens of " + url);
        }
    }
}
