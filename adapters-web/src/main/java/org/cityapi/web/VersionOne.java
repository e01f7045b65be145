package org.cityapi.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.cityapi.web.http.HttpDates;
import org.cityapi.web.http.Paths;

/** Which paths speak version 1, and how its answers announce what follows it. */
@Singleton
public final class VersionOne {

    private final WebSettings settings;

    VersionOne(WebSettings settings) {
        this.settings = settings;
    }

    /** Whether a request is answered by version 1: there, or where its client does not ask for the page. */
    public static boolean answers(HttpRequest<?> request) {
        String path = request.getPath();
        return Paths.isBelow(path, "/api/v1") || (path.equals("/cities") && !Paths.isPageWanted(request));
    }

    /** Puts the successor's link, and the dates of the end where they are set, on an answer of version 1; once each. */
    void mark(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!answers(request)) {
            return;
        }
        response.getHeaders().set(HttpHeaders.LINK, "</api/v2/cities>; rel=\"successor-version\"");
        Instant deprecated = settings.v1DeprecatedAt();
        if (deprecated != null) {
            response.getHeaders().set("Deprecation", "@" + deprecated.getEpochSecond());
        }
        Instant sunset = settings.v1SunsetAt();
        if (sunset != null) {
            response.getHeaders().set("Sunset", HttpDates.format(sunset));
        }
    }
}
