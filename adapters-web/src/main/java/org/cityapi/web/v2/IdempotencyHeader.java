package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.domain.idempotency.IdempotencyKey;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.text.Digest;
import org.jspecify.annotations.Nullable;

/**
 * {@code Idempotency-Key} as draft-ietf-httpapi-idempotency-key-header-07 writes it: a string of RFC 9651 (3.3.3), in
 * quotes; a bare token is taken, too.
 */
final class IdempotencyHeader {

    private static final String NAME = "Idempotency-Key";
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[!#$%&'*+.^_`|~:/0-9A-Za-z-]+");

    /** With each character escaped, in quotes. */
    private static final int LONGEST = 2 * IdempotencyKey.MAX_LENGTH + 2;

    private IdempotencyHeader() {}

    /** The key of a request; null where there is none, or it is faulty, which is noted. */
    static @Nullable String key(HttpRequest<?> request, Violations violations) {
        List<String> lines = request.getHeaders().getAll(NAME);
        if (lines.isEmpty()) {
            return null;
        } else if (lines.size() > 1) {
            violations.add(NAME, Fault.REPEATED);
            return null;
        }
        String key = text(lines.get(0).strip());
        if (key == null || key.isEmpty() || key.length() > IdempotencyKey.MAX_LENGTH) {
            violations.add(NAME, Fault.KEY, Map.of("max", IdempotencyKey.MAX_LENGTH));
            return null;
        }
        return key;
    }

    private static @Nullable String text(String value) {
        Matcher quoted = QUOTED.matcher(value);
        // The pattern takes a stack as deep as the text is long.
        if (value.length() <= LONGEST && quoted.matches()) {
            return quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        return BARE.matcher(value).matches() ? value : null;
    }

    /** Another one for every other request: of its method and path, and of its body byte by byte. */
    static String digest(HttpRequest<?> request, byte[] body) {
        String line = request.getMethodName() + " " + request.getPath() + "\n";
        return Digest.of(line.getBytes(StandardCharsets.UTF_8), body);
    }
}
