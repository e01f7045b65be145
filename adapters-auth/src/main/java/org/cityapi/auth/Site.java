package org.cityapi.auth;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How browsers reach this register, and the keys with which it knows again what it gave them.
 *
 * @param publicUrl scheme, host and perhaps port; whatever a request's {@code Host} says
 * @param secretKey signs, and verifies
 * @param previousKeys verify what was signed before the key was changed
 */
@ConfigurationProperties(AuthSettings.SITE)
public record Site(String publicUrl, String secretKey, List<String> previousKeys) {

    /** How many characters a key has at least. */
    public static final int KEY_LENGTH = 32;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws IllegalArgumentException with one sentence that names the fault */
    public Site {
        previousKeys = List.copyOf(previousKeys);
        URI uri = URI.create(publicUrl);
        if (uri.getScheme() == null
                || !SCHEMES.contains(uri.getScheme())
                || uri.getHost() == null
                || !publicUrl.equals(origin(uri))) {
            throw new IllegalArgumentException("the public URL must be like https://cities.example: " + publicUrl);
        }
        if (secretKey.length() < KEY_LENGTH || previousKeys.stream().anyMatch(key -> key.length() < KEY_LENGTH)) {
            throw new IllegalArgumentException("a secret key must have at least " + KEY_LENGTH + " characters");
        }
    }

    /** As browsers write it into {@code Origin}: in small letters, and without a port that goes without saying. */
    private static String origin(URI uri) {
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
    }

    public boolean isSecure() {
        return publicUrl.startsWith("https:");
    }

    /** The absolute address of an own path. */
    public String address(String path) {
        return publicUrl + path;
    }

    /** Whether pages of that origin are pages of ours; on this machine its names are one. */
    public boolean isOrigin(String origin) {
        return origin.equals(publicUrl) || ownNames().contains(origin);
    }

    /** Whether that {@code Host} is this machine by another name than the public one: cookies tell the two apart. */
    public boolean isByAnotherName(@Nullable String host) {
        String origin = (isSecure() ? "https://" : "http://") + host;
        return !origin.equals(publicUrl) && ownNames().contains(origin);
    }

    private Set<String> ownNames() {
        URI uri = URI.create(publicUrl);
        if (!ProviderAddress.isLoopback(uri.getHost())) {
            return Set.of();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String scheme = uri.getScheme() + "://";
        return Set.of(scheme + "localhost" + port, scheme + "127.0.0.1" + port, scheme + "[::1]" + port);
    }

    /** Nothing of the keys. */
    @Override
    public String toString() {
        return publicUrl;
    }
}
