package org.cityapi.bootstrap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.cityapi.web.MapTiles;
import org.cityapi.web.client.AddressRange;
import org.cityapi.web.client.Forwarding;
import org.cityapi.web.client.ProxySettings;
import org.cityapi.web.limit.LimitSettings;
import org.cityapi.web.tls.TlsFiles;

/**
 * Reads the settings of the network.
 *
 * @param settings reads each of them
 * @param port where the register listens
 * @param publicUrl how the world reaches it; empty where that is not known
 * @param local whether the local provider takes the next port
 */
record NetworkReader(SettingsReader settings, int port, String publicUrl, boolean local) {

    /** RFC 6454 (6.2), as browsers send it. */
    private static final Pattern ORIGIN = Pattern.compile("https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    private static final Pattern THIS_MACHINE =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?");

    private static final int MAX_LIMIT = 100_000_000;

    Network read() {
        Optional<TlsFiles> tls = tls();
        List<AddressRange> proxies = proxies();
        OptionalInt httpPort = httpPort(tls.isPresent());
        if (local) {
            refuseTheWorld(proxies);
        }
        if (tls.isPresent() && publicUrl.startsWith("http://")) {
            throw new BadSetting("PUBLIC_URL", "must be an https address where TLS_CERT is set");
        }
        boolean forced = settings.oneOf("FORCE_HTTPS", "off", "on").equals("on");
        if (forced && tls.isEmpty() && proxies.isEmpty()) {
            throw new BadSetting("FORCE_HTTPS", "needs TRUSTED_PROXIES that tell what came by https, or TLS_CERT");
        }
        return new Network(
                tls,
                httpPort,
                forced || httpPort.isPresent() ? httpsOrigin(forced) : "",
                new ProxySettings(proxies, header(proxies)),
                list("CORS_ORIGINS").stream().map(NetworkReader::origin).toList(),
                tiles(),
                limits());
    }

    private MapTiles tiles() {
        String address = settings.text("MAP_TILES").orElse("");
        String attribution = settings.text("MAP_TILES_ATTRIBUTION").orElse("");
        if (address.isEmpty() && !attribution.isEmpty()) {
            throw new BadSetting("MAP_TILES_ATTRIBUTION", "means nothing without MAP_TILES");
        }
        try {
            return new MapTiles(address, attribution);
        } catch (IllegalArgumentException e) {
            throw new BadSetting("MAP_TILES", String.valueOf(e.getMessage()));
        }
    }

    /** Who is reached from elsewhere has lost the settings of his provider: in local mode anybody is an administrator. */
    private void refuseTheWorld(List<AddressRange> proxies) {
        String why = "means nothing without an identity provider (OIDC_ISSUER, AUTH0_DOMAIN or GOOGLE_CLIENT_ID)";
        if (!proxies.isEmpty()) {
            throw new BadSetting("TRUSTED_PROXIES", why);
        }
        if (!publicUrl.isEmpty() && !THIS_MACHINE.matcher(publicUrl).matches()) {
            throw new BadSetting("PUBLIC_URL", why + ", unless it is of this machine, as http://localhost:" + port);
        }
    }

    private Optional<TlsFiles> tls() {
        Optional<String> certificate = settings.text("TLS_CERT");
        Optional<String> key = settings.text("TLS_KEY");
        if (certificate.isPresent() != key.isPresent()) {
            throw new BadSetting(
                    certificate.isPresent() ? "TLS_CERT" : "TLS_KEY", "needs the other: TLS_CERT and TLS_KEY");
        }
        if (certificate.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        try {
            TlsFiles files = new TlsFiles(Path.of(certificate.get()), Path.of(key.get()));
            files.check();
            return Optional.of(files);
        } catch (InvalidPathException e) {
            throw new BadSetting("TLS_CERT", "and TLS_KEY must name files: " + e.getReason());
        } catch (IllegalArgumentException e) {
            throw new BadSetting("TLS_CERT", "or TLS_KEY cannot be used: " + e.getMessage());
        }
    }

    private OptionalInt httpPort(boolean tls) {
        if (settings.text("HTTP_PORT").isEmpty()) {
            return OptionalInt.empty();
        }
        if (!tls) {
            throw new BadSetting("HTTP_PORT", "means nothing without TLS_CERT: PORT itself is for http");
        }
        int httpPort = settings.number("HTTP_PORT", 0, 1, SettingsReader.PORTS);
        if (httpPort == port || (local && httpPort == port + 1)) {
            throw new BadSetting("HTTP_PORT", "must be another port than " + httpPort + ", which is taken");
        }
        return OptionalInt.of(httpPort);
    }

    private String httpsOrigin(boolean forced) {
        if (publicUrl.isEmpty() && !forced) {
            return "https://localhost:" + port;
        }
        if (!publicUrl.startsWith("https://")) {
            throw new BadSetting(
                    "PUBLIC_URL", "must be an https address for FORCE_HTTPS or HTTP_PORT to send people to");
        }
        return publicUrl;
    }

    private List<AddressRange> proxies() {
        List<AddressRange> proxies = new ArrayList<>();
        for (String text : list("TRUSTED_PROXIES")) {
            try {
                proxies.add(AddressRange.of(text));
            } catch (IllegalArgumentException e) {
                throw new BadSetting("TRUSTED_PROXIES", "must list IP addresses and ranges: " + e.getMessage());
            }
        }
        return proxies;
    }

    private Forwarding header(List<AddressRange> proxies) {
        boolean standard =
                settings.oneOf("PROXY_HEADER", "x-forwarded", "forwarded").equals("forwarded");
        if (standard && proxies.isEmpty()) {
            throw new BadSetting("PROXY_HEADER", "means nothing without TRUSTED_PROXIES");
        }
        return standard ? Forwarding.FORWARDED : Forwarding.X_FORWARDED;
    }

    private static String origin(String text) {
        if (!text.equals("*") && !ORIGIN.matcher(text).matches()) {
            throw new BadSetting(
                    "CORS_ORIGINS", "must list origins like https://example.org, or be * for all; not " + text);
        }
        return text;
    }

    private LimitSettings limits() {
        int anonymous = settings.number("RATE_LIMIT_ANONYMOUS", 600, 1, MAX_LIMIT);
        int signedIn = settings.number("RATE_LIMIT_SIGNED_IN", 6000, 1, MAX_LIMIT);
        int signIn = settings.number("RATE_LIMIT_SIGN_IN", 30, 1, MAX_LIMIT);
        return settings.oneOf("RATE_LIMIT", "on", "off").equals("on")
                ? LimitSettings.of(anonymous, signedIn, signIn)
                : LimitSettings.off();
    }

    private List<String> list(String name) {
        return settings.text(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
