package org.cityapi.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.web.client.Clients;
import org.jspecify.annotations.Nullable;

/** What every answer tells the browser to forbid, whoever made the page. */
@Singleton
final class SecurityHeaders {

    private static final String STRICT_TRANSPORT = "max-age=31536000; includeSubDomains";

    /** Powerful features that no page here uses. */
    private static final String PERMISSIONS = Stream.of(
                    "accelerometer",
                    "autoplay",
                    "camera",
                    "display-capture",
                    "encrypted-media",
                    "fullscreen",
                    "geolocation",
                    "gyroscope",
                    "hid",
                    "magnetometer",
                    "microphone",
                    "midi",
                    "payment",
                    "picture-in-picture",
                    "publickey-credentials-get",
                    "screen-wake-lock",
                    "serial",
                    "usb",
                    "xr-spatial-tracking")
            .map(feature -> feature + "=()")
            .collect(Collectors.joining(", "));

    private final Map<String, String> always = new LinkedHashMap<>();
    private final Clients clients;
    private final Cors cors;

    SecurityHeaders(BrowserSettings settings, Clients clients, Cors cors) {
        this.clients = clients;
        this.cors = cors;
        always.put("Content-Security-Policy", policy(settings));
        always.put("X-Content-Type-Options", "nosniff");
        always.put("X-Frame-Options", "SAMEORIGIN");
        always.put("Referrer-Policy", "strict-origin-when-cross-origin");
        always.put("Permissions-Policy", PERMISSIONS);
        always.put("Cross-Origin-Opener-Policy", "same-origin");
        // The filter that it switches on is gone from browsers, and was an attack surface where it was not.
        always.put("X-XSS-Protection", "0");
    }

    void put(HttpRequest<?> request, MutableHttpHeaders headers) {
        always.forEach(headers::set);
        headers.set("Cross-Origin-Resource-Policy", cors.isOpenAt(request.getPath()) ? "cross-origin" : "same-origin");
        if (clients.isSecure(request) && !isLocal(request.getHeaders().get(HttpHeaders.HOST))) {
            headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
        }
    }

    /** Browsers hold a redirect that answers a form to {@code form-action}, too. */
    private static String policy(BrowserSettings settings) {
        String tiles = settings.tiles().origin();
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
                + (tiles.isEmpty() ? "" : " " + tiles)
                + "; font-src 'self';"
                + " connect-src 'self'; manifest-src 'self'; form-action "
                + Stream.concat(Stream.of("'self'"), settings.formTargets().stream())
                        .collect(Collectors.joining(" "))
                + "; base-uri 'none'; object-src 'none'; frame-ancestors 'self'";
    }

    /** A developer's other servers on this machine share the name, and speak http. */
    private static boolean isLocal(@Nullable String host) {
        return host == null || host.matches("(?i)(([^:]+\\.)?localhost\\.?|127\\.[0-9.]+|\\[::1])(:[0-9]*)?");
    }
}
