package org.cityapi.web.metrics;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names the programs that send requests, for metrics: {@code client:} and the OAuth client that a token was issued to,
 * else the product of {@code User-Agent} (RFC 9110, 10.1.5), such as {@code curl}. No name tells a user.
 */
final class ClientNames {

    /** The attribute of an authentication that holds the OAuth client; not there where it is not known. */
    static final String CLIENT = "client";

    private static final String NONE = "none";
    private static final String OTHER = "other";
    private static final int MAX_LENGTH = 40;

    /** A token of RFC 9110 (5.6.2), without what needs escapes in a metric; it has no colon, so it passes for no client. */
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9._+-]{1,200}");

    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9._~@|/-]");

    private final int max;

    /** Apart, so that whoever makes up products takes no room from clients that a provider knows. */
    private final Set<String> clients = ConcurrentHashMap.newKeySet();

    private final Set<String> products = ConcurrentHashMap.newKeySet();

    /** @param max how many clients, and how many products, have names; those that come later are {@code other} */
    ClientNames(int max) {
        this.max = max;
    }

    /** The name for a request; one that no user agent sends is {@code none}. */
    String of(HttpRequest<?> request) {
        String client = request.getUserPrincipal(Authentication.class)
                .map(caller -> caller.getAttributes().get(CLIENT))
                .map(Object::toString)
                .orElse(null);
        return client == null
                ? bounded(products, product(request.getHeaders().get(HttpHeaders.USER_AGENT)), OTHER)
                : bounded(clients, "client:" + shortened(ODD.matcher(client).replaceAll("_")), "client:" + OTHER);
    }

    private static String product(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return NONE;
        }
        Matcher product = PRODUCT.matcher(userAgent.strip());
        return product.lookingAt() ? shortened(product.group()) : OTHER;
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), MAX_LENGTH));
    }

    /** Threads that come at once may go beyond the bound by one each. */
    private String bounded(Set<String> known, String name, String other) {
        if (known.contains(name) || name.equals(NONE)) {
            return name;
        }
        return known.size() < max && known.add(name) ? name : known.contains(name) ? name : other;
    }
}
