package org.cityapi.auth.browser;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityapi.auth.Site;
import org.cityapi.domain.security.Secret;

/**
 * The cookies that this register gives browsers: for this host alone, out of reach for scripts, and not sent along with
 * requests that other sites make (RFC 6265bis). On https they have the prefix {@code __Host-}, so that no neighbour can
 * set them either.
 */
@Singleton
public final class BrowserCookies {

    private static final String HOST = "__Host-";

    /** The form of every {@link Secret}: nothing else is ever looked up. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final boolean secure;

    BrowserCookies(Site site) {
        this.secure = site.isSecure();
    }

    /** The cookies by what they are for. */
    public enum Kind {
        /** Holds the secret of a session; ends with the browser, or with the session. */
        SESSION("session", Cookie.UNDEFINED_MAX_AGE),
        /** Holds what ties a sign-in that is under way to this browser. */
        BROWSER("browser", Duration.ofMinutes(10).toSeconds()),
        /** Says that somebody signed out here, or may not come in as who he is: the next sign-in asks for a password. */
        SIGNED_OUT("signed-out", Duration.ofDays(30).toSeconds());

        private final String name;
        private final long seconds;

        Kind(String name, long seconds) {
            this.name = name;
            this.seconds = seconds;
        }
    }

    /** The secret that the browser shows; empty when it shows none, two, or something else. */
    public Optional<Secret> secret(HttpRequest<?> request, Kind kind) {
        List<String> values = values(request, kind);
        return values.size() == 1 && SECRET.matcher(values.get(0)).matches()
                ? Optional.of(new Secret(values.get(0)))
                : Optional.empty();
    }

    public boolean isPresent(HttpRequest<?> request, Kind kind) {
        return !values(request, kind).isEmpty();
    }

    /** Read by hand, as Micronaut shows one of two cookies with the same name, and not which. */
    private List<String> values(HttpRequest<?> request, Kind kind) {
        String start = name(kind) + "=";
        return request.getHeaders().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(header -> Stream.of(header.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(start))
                .map(pair -> pair.substring(start.length()))
                .toList();
    }

    public Cookie with(Kind kind, String value) {
        return cookie(kind, value).maxAge(kind.seconds);
    }

    /** Makes the browser forget. */
    public Cookie without(Kind kind) {
        return cookie(kind, "").maxAge(0);
    }

    private Cookie cookie(Kind kind, String value) {
        return Cookie.of(name(kind), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Lax);
    }

    private String name(Kind kind) {
        return secure ? HOST + kind.name : kind.name;
    }
}
