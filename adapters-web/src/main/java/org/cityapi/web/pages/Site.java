package org.cityapi.web.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.cityapi.web.WebSettings;

/** What the address of this register begins with, to be shown to people: no link is made of it. */
@Singleton
public final class Site {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,100}");

    private final WebSettings settings;

    Site(WebSettings settings) {
        this.settings = settings;
    }

    /** As it was set, else as the browser calls it. */
    public String of(HttpRequest<?> request) {
        if (!settings.publicUrl().isEmpty()) {
            return settings.publicUrl();
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return (request.isSecure() ? "https://" : "http://")
                + (host != null && HOST.matcher(host).matches() ? host : "localhost");
    }
}
