package org.cityapi.auth;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Micronaut must be told, so that {@link TrustedIssuer}s' bearer tokens are the only way in (RFC 6750). */
public final class AuthSettings {

    static final String ISSUERS = "city-api.auth.issuers";

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
            "micronaut.security.endpoints.introspection.enabled");

    private AuthSettings() {}

    /**
     * The properties of an application that trusts these issuers; with none, every token is refused.
     *
     * @throws IllegalArgumentException when an issuer is listed twice
     */
    public static Map<String, Object> properties(List<TrustedIssuer> issuers) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("micronaut.security.enabled", true);
        OFF.forEach(name -> properties.put(name, false));
        // A path that does not exist is 404 for everyone; a route that has no rule is still closed.
        properties.put("micronaut.security.reject-not-found", false);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < issuers.size(); i++) {
            TrustedIssuer issuer = issuers.get(i);
            if (!seen.add(issuer.url())) {
                throw new IllegalArgumentException("the issuer is listed twice: " + issuer.url());
            }
            String prefix = ISSUERS + "[" + i + "].";
            properties.put(prefix + "url", issuer.url());
            properties.put(prefix + "audience", issuer.audience());
            properties.put(prefix + "permissions-claim", issuer.permissionsClaim());
        }
        return properties;
    }
}
