package org.cityapi.bootstrap;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the operator has set, checked.
 *
 * @param port where the register listens, 1 to 65535; in local mode the provider takes the next one
 * @param address the address that it binds
 * @param database the SQLite file
 * @param seed which bundled cities fill an empty register: cities1000, cities15000 or none
 * @param issuers the identity providers; none in local mode
 * @param audience what access tokens call this API
 * @param permissionsClaim the claim of a token that lists permissions
 * @param secret signs cursors; empty in local mode, where one is made at each start
 * @param publicUrl how the world reaches the register, without a slash at the end; empty for links without a host
 * @param v1Deprecated when version 1 is deprecated; empty while that is open
 * @param v1Sunset when version 1 goes away; empty while that is open
 */
record Settings(
        int port,
        String address,
        Path database,
        String seed,
        List<String> issuers,
        String audience,
        String permissionsClaim,
        String secret,
        String publicUrl,
        Optional<Instant> v1Deprecated,
        Optional<Instant> v1Sunset) {

    static final int SECRET_LENGTH = 32;

    private static final Set<String> KNOWN = Set.of(
            "PORT",
            "BIND_ADDRESS",
            "DATABASE_URL",
            "CITY_SEED",
            "OIDC_ISSUER",
            "OIDC_AUDIENCE",
            "OIDC_PERMISSIONS_CLAIM",
            "AUTH0_DOMAIN",
            "SECRET_KEY",
            "PUBLIC_URL",
            "V1_DEPRECATED_AT",
            "V1_SUNSET_AT");

    /** Names that other programs hardly use: one of them that is not known is a typing error. */
    private static final Pattern OURS = Pattern.compile("(CITY_(?!API_)|OIDC_|AUTH0_|V1_).*");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
    private static final String SQLITE = "sqlite:";

    /** Whether no identity provider is configured, so that the local one is offered. */
    boolean isLocal() {
        return issuers.isEmpty();
    }

    /** @throws BadSetting naming the first setting that is wrong */
    static Settings of(Map<String, String> environment, Map<String, String> file) {
        file.keySet().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw new BadSetting(name, "is not a setting (in .env)");
        });
        environment.keySet().stream()
                .filter(name -> OURS.matcher(name).matches() && !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new BadSetting(name, "is not a setting");
                });
        return new Reader(environment, file).read();
    }

    private record Reader(Map<String, String> environment, Map<String, String> file) {

        Settings read() {
            List<String> issuers = new ArrayList<>();
            text("OIDC_ISSUER").ifPresent(issuer -> issuers.add(url("OIDC_ISSUER", issuer)));
            text("AUTH0_DOMAIN").ifPresent(domain -> issuers.add(url("AUTH0_DOMAIN", "https://" + domain + "/")));
            boolean local = issuers.isEmpty();
            String audience = text("OIDC_AUDIENCE").orElse(local ? "city-api" : "");
            if (audience.isEmpty()) {
                throw new BadSetting("OIDC_AUDIENCE", "must name this API as the provider's access tokens do");
            }
            return new Settings(
                    port(local ? 65534 : 65535),
                    address(local),
                    database(),
                    seed(),
                    issuers,
                    audience,
                    text("OIDC_PERMISSIONS_CLAIM").orElse("permissions"),
                    secret(local),
                    text("PUBLIC_URL")
                            .map(url -> url("PUBLIC_URL", url).replaceAll("/+$", ""))
                            .orElse(""),
                    time("V1_DEPRECATED_AT"),
                    time("V1_SUNSET_AT"));
        }

        private Optional<String> text(String name) {
            String value = environment.getOrDefault(name, file.getOrDefault(name, ""));
            return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
        }

        private int port(int max) {
            String text = text("PORT").orElse("8080");
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > max) {
                throw new BadSetting("PORT", "must be a whole number from 1 to " + max + ", not " + text);
            }
            return Integer.parseInt(text);
        }

        private String address(boolean local) {
            String address = text("BIND_ADDRESS").orElse(local ? "localhost" : "0.0.0.0");
            if (local && !LOOPBACK.contains(address)) {
                throw new BadSetting(
                        "BIND_ADDRESS",
                        "must be localhost as long as no identity provider is set (OIDC_ISSUER or AUTH0_DOMAIN)");
            }
            return address;
        }

        private Path database() {
            String url = text("DATABASE_URL").orElse(SQLITE + "data/cities.db");
            String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
            if (!plain.startsWith(SQLITE) || plain.length() == SQLITE.length()) {
                throw new BadSetting("DATABASE_URL", "must be like sqlite:data/cities.db");
            }
            return Path.of(plain.substring(SQLITE.length()));
        }

        private String seed() {
            String seed = text("CITY_SEED").orElse("cities1000");
            if (!Set.of("cities1000", "cities15000", "none").contains(seed)) {
                throw new BadSetting("CITY_SEED", "must be cities1000, cities15000 or none, not " + seed);
            }
            return seed;
        }

        private String secret(boolean local) {
            String secret = text("SECRET_KEY").orElse("");
            if (secret.length() < SECRET_LENGTH && !(local && secret.isEmpty())) {
                throw new BadSetting("SECRET_KEY", "must have at least " + SECRET_LENGTH + " characters");
            }
            return secret;
        }

        private static String url(String name, String text) {
            try {
                URI url = URI.create(text);
                if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
                    return text;
                }
            } catch (IllegalArgumentException notAnAddress) {
                // told below
            }
            throw new BadSetting(name, "must be an address like https://example.org, not " + text);
        }

        private Optional<Instant> time(String name) {
            try {
                return text(name).map(Instant::parse);
            } catch (DateTimeException e) {
                throw new BadSetting(name, "must be a time like 2027-01-01T00:00:00Z");
            }
        }
    }
}
