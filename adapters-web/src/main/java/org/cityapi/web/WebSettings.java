package org.cityapi.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the doors over HTTP need to know of the configuration.
 *
 * @param keys the first signs cursors, all verify them; each at least 32 bytes long
 * @param publicUrl how the world reaches this server: scheme, host and port; empty where that is not known
 * @param v1DeprecatedAt when version 1 is, or was, deprecated (RFC 9745); null while that is open
 * @param v1SunsetAt when version 1 will go away (RFC 8594); null while that is open
 */
public record WebSettings(
        List<String> keys,
        String publicUrl,
        @Nullable Instant v1DeprecatedAt,
        @Nullable Instant v1SunsetAt) {

    public WebSettings {
        keys = List.copyOf(keys);
    }
}
