package org.cityapi.auth;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where something of a provider may be fetched: over https, or over http from this very machine. */
final class ProviderAddress {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private static final int LAST_PORT = 65_535;

    private ProviderAddress() {}

    /** @throws IllegalArgumentException when keys fetched from there could come from anybody on the way */
    static URI of(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || uri.getPort() > LAST_PORT) {
            throw new IllegalArgumentException("not the address of a provider: " + text);
        }
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && isLoopback(uri.getHost()))) {
            throw new IllegalArgumentException("neither https nor http on this machine: " + text);
        }
        return uri;
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
