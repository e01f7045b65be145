package org.cityapi.web.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether an address that came with a request leads to a page of ours. */
public final class OwnPath {

    /** A path of ours with its query, as a header can hold it; not that of another host, which begins with two slashes. */
    private static final Pattern OWN = Pattern.compile("/(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+");

    /** No browser has longer ones of ours. */
    private static final int LONGEST = 4096;

    /** The origin of a page, which no path of ours needs. */
    private static final Pattern ORIGIN = Pattern.compile("^https?://[^/?#]+");

    private OwnPath() {}

    /** The page of this site from which a request comes, as the browser says. */
    public static Optional<String> before(HttpRequest<?> request, String site) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.REFERER))
                .filter(page -> page.startsWith(site + "/"))
                .flatMap(page -> of(ORIGIN.matcher(page).replaceFirst("")));
    }

    /** The path, if it is one. */
    public static Optional<String> of(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(path -> path.length() <= LONGEST && OWN.matcher(path).matches());
    }
}
