package org.cityapi.bootstrap;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.persistence.redis.RedisAddress;
import org.cityapi.web.ServerSettings;

/**
 * Reads the settings one by one; the first that is wrong is told.
 *
 * @param environment goes before the file
 * @param file what {@code .env} says
 */
record SettingsReader(Map<String, String> environment, Map<String, String> file) {

    static final int PORTS = 65_535;
    private static final long MEGABYTE = 1024L * 1024;

    /** A body of 1 MB must find room. */
    private static final int LEAST_FOR_BODIES = 4;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    Settings read() {
        Providers providers = Providers.of(this::text);
        boolean local = providers.areNone();
        Optional<Instant> deprecated = time("V1_DEPRECATED_AT");
        Optional<Instant> sunset = time("V1_SUNSET_AT");
        if (deprecated.isPresent() && sunset.isPresent() && sunset.get().isBefore(deprecated.get())) {
            throw new BadSetting("V1_SUNSET_AT", "must not be earlier than V1_DEPRECATED_AT (RFC 9745)");
        }
        // In local mode the provider takes the next one.
        int port = number("PORT", 8080, 1, local ? PORTS - 1 : PORTS);
        String publicUrl = text("PUBLIC_URL").map(url -> url("PUBLIC_URL", url)).orElse("");
        return new Settings(
                port,
                address(local),
                withReplica(database()),
                redis(),
                oneOf("CITY_SEED", "cities1000", "cities15000", "none"),
                providers,
                People.of(this::text),
                SecretKeys.of(this::text, local),
                SecretKeys.metricsToken(this::text),
                publicUrl,
                new NetworkReader(this, port, publicUrl, local).read(),
                importBytes(),
                bodyBytes(),
                Duration.ofSeconds(number("SHUTDOWN_DELAY", 0, 0, 999)),
                deprecated,
                sunset);
    }

    Optional<String> text(String name) {
        String value = environment.getOrDefault(name, file.getOrDefault(name, ""));
        return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** A whole number; {@code usual} where none is set. */
    int number(String name, int usual, int least, int most) {
        String text = text(name).orElse(Integer.toString(usual));
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new BadSetting(name, "must be a whole number from " + least + " to " + most + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    long importBytes() {
        return MEGABYTE * number("IMPORT_MAX_MB", (int) (ServerSettings.IMPORT_BYTES / MEGABYTE), 1, 100_000);
    }

    private long bodyBytes() {
        return text("BODIES_MAX_MB").isEmpty()
                ? ServerSettings.BODY_BYTES
                : MEGABYTE * number("BODIES_MAX_MB", LEAST_FOR_BODIES, LEAST_FOR_BODIES, 100_000);
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

    Database database() {
        try {
            return Database.of(text("DATABASE_URL").orElse("sqlite:data/cities.db"));
        } catch (IllegalArgumentException e) {
            throw new BadSetting("DATABASE_URL", String.valueOf(e.getMessage()));
        }
    }

    private Database withReplica(Database database) {
        try {
            return text("DATABASE_READ_URL").map(database::readingFrom).orElse(database);
        } catch (IllegalArgumentException e) {
            throw new BadSetting("DATABASE_READ_URL", String.valueOf(e.getMessage()));
        }
    }

    private Optional<RedisAddress> redis() {
        try {
            return text("REDIS_URL").map(RedisAddress::of);
        } catch (IllegalArgumentException e) {
            throw new BadSetting("REDIS_URL", String.valueOf(e.getMessage()));
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
                return origin(url);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // told below
        }
        throw new BadSetting(
                name,
                "must be an address like https://example.org"
                        + (text.contains("@") ? ", without a name of a user" : ", not " + text));
    }

    /** As browsers write it (RFC 6454, 6.2): in small letters, without a port that goes without saying. */
    private static String origin(URI url) {
        int usual = url.getScheme().equals("https") ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        return (url.getScheme() + "://" + url.getHost()).toLowerCase(Locale.ROOT) + port;
    }

    private Optional<Instant> time(String name) {
        try {
            return text(name).map(SettingsReader::instant);
        } catch (DateTimeException e) {
            throw new BadSetting(name, "must be a time like 2027-01-01T00:00:00Z");
        }
    }

    /** Of a year with four digits: headers have no others. */
    private static Instant instant(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw new DateTimeException(text);
        }
        return Instant.parse(text);
    }
}
