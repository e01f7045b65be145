package org.cityapi.auth.browser;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges where a browser may be sent, for all redirects whose aim somebody else can choose: to paths of our own origin
 * and nowhere else (CWE-601).
 */
public final class OwnPath {

    private static final int MAX_LENGTH = 2000;

    /** What an address can hold as it is (RFC 3986, 3.3 to 3.5). */
    private static final String LETTERS = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]++|%[0-9A-Fa-f]{2})*+";

    /** One slash and no more, and at most one fragment. */
    private static final Pattern PLAIN = Pattern.compile("/(?!/)" + LETTERS + "(?:#" + LETTERS + ")?");

    /** Segments that browsers leave out, so that they ask for another path. */
    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(/|$)");

    /** What decodes to something else again and again is up to something. */
    private static final int MAX_LAYERS = 4;

    /** Would start the next sign-in when one is over, and so on. */
    private static final String SIGN_IN = "/oauth/";

    private OwnPath() {}

    /** The path, perhaps with a query; empty when it is none of ours. */
    public static Optional<String> of(@Nullable String text) {
        return text != null && text.length() <= MAX_LENGTH && isOwn(text) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isOwn(String text) {
        return PLAIN.matcher(text).matches()
                && decode(text).filter(OwnPath::isPlain).isPresent()
                && isHarmless(text.split("[?#]", 2)[0], MAX_LAYERS);
    }

    /** However often whoever stands behind us may decode it. */
    private static boolean isHarmless(String path, int layers) {
        if (layers == 0
                || !isPlain(path)
                || path.contains("//")
                || DOTS.matcher(path).find()
                || path.startsWith(SIGN_IN)) {
            return false;
        }
        return decode(path)
                .filter(decoded -> !decoded.equals(path))
                .map(decoded -> isHarmless(decoded, layers - 1))
                .orElse(true);
    }

    private static boolean isPlain(String text) {
        return text.indexOf('\\') < 0 && text.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
