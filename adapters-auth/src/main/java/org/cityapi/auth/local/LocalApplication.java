package org.cityapi.auth.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the application lives that people sign in to. */
final class LocalApplication {

    private static final Pattern LOOPBACK = Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    private static final String CALLBACK = "/oauth/callback/local";

    private final Set<String> callbacks;
    private final Set<String> origins;

    /** @param callbacks its redirect addresses; with none it may live anywhere on the loopback, with one path */
    LocalApplication(Set<String> callbacks) {
        this.callbacks = callbacks;
        this.origins = callbacks.stream()
                .flatMap(callback -> originOf(callback).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether codes may be sent to that address: whole texts are compared, so that no parser can be tricked. */
    boolean receivesCodesAt(String address) {
        if (!callbacks.isEmpty()) {
            return callbacks.contains(address);
        }
        return address.endsWith(CALLBACK)
                && LOOPBACK.matcher(address.substring(0, address.length() - CALLBACK.length()))
                        .matches();
    }

    /** Whether a person who signs out may be sent to that address. */
    boolean owns(String address) {
        return originOf(address)
                .filter(origin -> callbacks.isEmpty() ? LOOPBACK.matcher(origin).matches() : origins.contains(origin))
                .isPresent();
    }

    /** Scheme, host and port of an address; empty when it has none, or could not be added to. */
    static Optional<String> originOf(String address) {
        try {
            URI uri = new URI(address);
            return uri.getScheme() == null || uri.getRawAuthority() == null || uri.getRawFragment() != null
                    ? Optional.empty()
                    : Optional.of(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
