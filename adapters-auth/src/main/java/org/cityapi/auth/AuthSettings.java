package org.cityapi.auth;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Micronaut must be told, so that there are three ways in and no other: {@link TrustedIssuer}s' bearer tokens, API
 * tokens, and a browser's session, begun at a {@link SignInProvider}.
 */
public final class AuthSettings {

    static final String ISSUERS = "city-api.auth.issuers";
    static final String SIGN_IN = "city-api.auth.sign-in";
    static final String SITE = "city-api.auth.site";

    /** Everything of Micronaut Security that would take a credential, or answer a path, beside this module. */
    private static final List<String> OFF = List.of(
            "micronaut.security.token.bearer.enabled",
            "micronaut.security.token.cookie.enabled",
            "micronaut.security.token.jwt.enabled",
            "micronaut.security.token.propagation.enabled",
            "micronaut.security.basic-auth.enabled",
            "micronaut.security.x509.enabled",
            "micronaut.security.endpoints.login.enabled",
            "micronaut.security.endpoints.logout.enabled",
            "micronaut.security.endpoints.oauth.enabled",
            "micronaut.security.endpoints.keys.enabled",
            "micronaut.security.endpoints.introspection.enabled",
            "micronaut.security.oauth2.protected-resource-metadata.enabled");

    private AuthSettings() {}

    /**
     * The properties of an application that trusts these issuers and providers; with none, nobody comes in.
     *
     * @throws IllegalArgumentException when an issuer or a provider is listed twice
     */
    public static Map<String, Object> properties(
            List<TrustedIssuer> issuers, List<SignInProvider> providers, Site site) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("micronaut.security.enabled", true);
        OFF.forEach(name -> properties.put(name, false));
        // A path that does not exist is 404 for everyone; a route that has no rule is still closed.
        properties.put("micronaut.security.reject-not-found", false);
        properties.put(SITE + ".public-url", site.publicUrl());
        properties.put(SITE + ".secret-key", site.secretKey());
        properties.put(SITE + ".previous-keys", site.previousKeys());
        for (int i = 0; i < issuers.size(); i++) {
            put(properties, ISSUERS + "[" + i + "].", issuers.get(i));
        }
        providers.forEach(provider -> put(properties, SIGN_IN + "." + provider.name() + ".", provider));
        refuseTwins(issuers.stream().map(TrustedIssuer::url).toList(), "the issuer is listed twice: ");
        refuseTwins(providers.stream().map(SignInProvider::name).toList(), "the provider is listed twice: ");
        return properties;
    }

    private static void put(Map<String, Object> properties, String prefix, TrustedIssuer issuer) {
        properties.put(prefix + "url", issuer.url());
        properties.put(prefix + "audience", issuer.audience());
        putIfThere(properties, prefix + "permissions-claim", issuer.permissionsClaim());
    }

    private static void put(Map<String, Object> properties, String prefix, SignInProvider provider) {
        properties.put(prefix + "title", provider.title());
        properties.put(prefix + "issuer", provider.issuer());
        properties.put(prefix + "client-id", provider.clientId());
        properties.put(prefix + "client-secret", provider.clientSecret());
        putIfThere(properties, prefix + "permissions-claim", provider.permissionsClaim());
        putIfThere(properties, prefix + "audience", provider.audience());
    }

    private static void putIfThere(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private static void refuseTwins(List<String> names, String description) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(description + name);
            }
        }
    }
}
