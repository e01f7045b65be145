package org.cityapi.web.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.cityapi.web.WebSettings;

/** What the address of this register begins with, to be shown to people: no link is made of it. */
@Singleton
public final class Site {

    /** As this machine is called on it; a port may be another one there that leads here. */
    private static final Pattern OWN = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?");

    private final WebSettings settings;

    Site(WebSettings settings) {
        this.settings = settings;
    }

    /** As it was set; else on this machine, as the browser calls it: what else a {@code Host} says may be anybody's. */
    public String of(HttpRequest<?> request) {
        if (!settings.publicUrl().isEmpty()) {
            return settings.publicUrl();
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return (request.isSecure() ? "https://" : "http://")
                + (host != null && OWN.matcher(host).matches()
                        ? host
                        : "localhost:" + request.getServerAddress().getPort());
    }
}
