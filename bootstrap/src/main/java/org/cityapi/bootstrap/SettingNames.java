package org.cityapi.bootstrap;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of all settings, and which others are taken for an error. */
final class SettingNames {

    private static final Set<String> KNOWN = Set.of(
            "PORT",
            "BIND_ADDRESS",
            "DATABASE_URL",
            "DATABASE_READ_URL",
            "REDIS_URL",
            "CITY_SEED",
            "OIDC_ISSUER",
            "OIDC_AUDIENCE",
            "OIDC_PERMISSIONS_CLAIM",
            "OIDC_CLIENT_ID",
            "OIDC_CLIENT_SECRET",
            "OIDC_TITLE",
            "AUTH0_DOMAIN",
            "AUTH0_CLIENT_ID",
            "AUTH0_CLIENT_SECRET",
            "AUTH0_AUDIENCE",
            "GOOGLE_CLIENT_ID",
            "GOOGLE_CLIENT_SECRET",
            "SECRET_KEY",
            "SECRET_KEY_PREVIOUS",
            "CITY_ADMINS",
            "SESSION_IDLE",
            "SESSION_LIFETIME",
            "PUBLIC_URL",
            "IMPORT_MAX_MB",
            "BODIES_MAX_MB",
            "SHUTDOWN_DELAY",
            "V1_DEPRECATED_AT",
            "V1_SUNSET_AT",
            "METRICS_TOKEN",
            "TLS_CERT",
            "TLS_KEY",
            "HTTP_PORT",
            "FORCE_HTTPS",
            "TRUSTED_PROXIES",
            "PROXY_HEADER",
            "CORS_ORIGINS",
            "MAP_TILES",
            "MAP_TILES_ATTRIBUTION",
            "RATE_LIMIT",
            "RATE_LIMIT_ANONYMOUS",
            "RATE_LIMIT_SIGNED_IN",
            "RATE_LIMIT_SIGN_IN");

    /**
     * Names that other programs hardly use: one of them that is not known is a typing error. Kubernetes sets some of its
     * own for a service called city-api; Google's cloud, build tools and libraries have others that begin with GOOGLE_, TLS_
     * and FORCE_.
     */
    private static final Pattern OURS = Pattern.compile(
            "(CITY_(?!API_)|OIDC_|AUTH0_|GOOGLE_CLIENT|V1_|RATE_LIMIT|SESSION_(IDLE|LIFE)|SECRET_KEY"
                    + "|METRICS_TOK|IMPORT_MAX|BODIES_MAX|PUBLIC_URL|TLS_[CK]|HTTP_PORT|FORCE_HTTP|TRUSTED_PROX|CORS_|MAP_TILES).*");

    /** Who sets one of these counts on what this version does not do. */
    private static final Set<String> OF_OTHER_VERSIONS = Set.of("SENTRY_DSN", "MANAGEMENT_PORT");

    private SettingNames() {}

    /** @throws BadSetting for a name in the file that is no setting, or one in the environment that is meant as one */
    static void check(Collection<String> environment, Collection<String> file) {
        for (String name : file) {
            if (!KNOWN.contains(name)) {
                throw new BadSetting(name, "is not a setting of this version (in .env)");
            }
        }
        environment.stream()
                .filter(name -> OURS.matcher(name).matches() || OF_OTHER_VERSIONS.contains(name))
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new BadSetting(name, "is not a setting of this version");
                });
    }
}
