package org.cityapi.bootstrap;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.auth.AuthSettings;
import org.cityapi.auth.TrustedIssuer;

/**
 * Reads the settings one by one; the first that is wrong is told.
 *
 * @param environment goes before the file
 * @param file what {@code .env} says
 */
record SettingsReader(Map<String, String> environment, Map<String, String> file) {

    static final int PORTS = 65_535;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
    private static final String SQLITE = "sqlite:";

    Settings read() {
        List<TrustedIssuer> issuers = issuers();
        boolean local = issuers.isEmpty();
        Optional<Instant> deprecated = time("V1_DEPRECATED_AT");
        Optional<Instant> sunset = time("V1_SUNSET_AT");
        if (deprecated.isPresent() && sunset.isPresent() && sunset.get().isBefore(deprecated.get())) {
            throw new BadSetting("V1_SUNSET_AT", "must not be earlier than V1_DEPRECATED_AT (RFC 9745)");
        }
        // In local mode the provider takes the next one.
        int port = number("PORT", 8080, local ? PORTS - 1 : PORTS);
        String publicUrl = text("PUBLIC_URL").map(url -> url("PUBLIC_URL", url)).orElse("");
        return new Settings(
                port,
                address(local),
                database(),
                oneOf("CITY_SEED", "cities1000", "cities15000", "none"),
                issuers,
                secret(local),
                publicUrl,
                new NetworkReader(this, port, publicUrl, local).read(),
                deprecated,
                sunset);
    }

    private List<TrustedIssuer> issuers() {
        List<TrustedIssuer> issuers = new ArrayList<>();
        text("OIDC_ISSUER").ifPresent(url -> add("OIDC_ISSUER", url, issuers));
        text("AUTH0_DOMAIN").ifPresent(domain -> {
            if (!domain.matches("[A-Za-z0-9.-]+")) {
                throw new BadSetting("AUTH0_DOMAIN", "must be a domain like team.eu.auth0.com, not " + domain);
            }
            add("AUTH0_DOMAIN", "https://" + domain + "/", issuers);
        });
        if (issuers.isEmpty()) {
            for (String name : List.of("OIDC_AUDIENCE", "OIDC_PERMISSIONS_CLAIM")) {
                if (text(name).isPresent()) {
                    throw new BadSetting(name, "means nothing without a provider (OIDC_ISSUER or AUTH0_DOMAIN)");
                }
            }
        }
        return issuers;
    }

    private void add(String name, String url, List<TrustedIssuer> issuers) {
        String audience = text("OIDC_AUDIENCE")
                .orElseThrow(
                        () -> new BadSetting("OIDC_AUDIENCE", "must name this API as the provider's access tokens do"));
        String claim = text("OIDC_PERMISSIONS_CLAIM").orElse(TrustedIssuer.PERMISSIONS);
        try {
            issuers.add(new TrustedIssuer(url, audience, claim));
            AuthSettings.properties(issuers);
        } catch (IllegalArgumentException e) {
            throw new BadSetting(name, "must be the address of an identity provider: " + e.getMessage());
        }
    }

    Optional<String> text(String name) {
        String value = environment.getOrDefault(name, file.getOrDefault(name, ""));
        return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** A whole number from 1 on. */
    int number(String name, int usual, int max) {
        String text = text(name).orElse(Integer.toString(usual));
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > max) {
            throw new BadSetting(name, "must be a whole number from 1 to " + max + ", not " + text);
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
        String path = plain.startsWith(SQLITE) ? plain.substring(SQLITE.length()) : "";
        if (path.isEmpty() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new BadSetting("DATABASE_URL", "must be like sqlite:data/cities.db, without options");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new BadSetting("DATABASE_URL", "must name a file: " + e.getReason());
        }
    }

    /** One of these words; the first where none is set. */
    String oneOf(String name, String... words) {
        String text = text(name).orElse(words[0]);
        if (!Set.of(words).contains(text)) {
            throw new BadSetting(name, "must be one of " + String.join(", ", words) + ", not " + text);
        }
        return text;
    }

    private String secret(boolean local) {
        String secret = text("SECRET_KEY").orElse("");
        if (secret.length() < Settings.SECRET_LENGTH && !(local && secret.isEmpty())) {
            throw new BadSetting("SECRET_KEY", "must have at least " + Settings.SECRET_LENGTH + " characters");
        }
        return secret;
    }

    /** An address of a scheme, a host and perhaps a port. */
    private static String url(String name, String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null
                    && Set.of("http", "https").contains(url.getScheme())
                    && url.getRawUserInfo() == null
                    && Set.of("", "/").contains(url.getRawPath())
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return text.replaceAll("/+$", "");
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
