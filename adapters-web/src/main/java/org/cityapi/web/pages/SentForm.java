package org.cityapi.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form as a browser sends it ({@code application/x-www-form-urlencoded}); of a field that is sent twice the
 * first, but for {@link #all}.
 */
public record SentForm(Map<String, List<String>> fields) {

    /** The largest form of ours asks what the columns of a file mean, of which there are a thousand at most. */
    static final int MOST_FIELDS = 1_100;

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid when it is what no browser would send */
    public static SentForm of(HttpRequest<byte[]> request) {
        byte[] bytes = request.getBody().orElse(new byte[0]);
        // Before anything is made of it, which would be many times as large.
        if (!hasFew(bytes)) {
            throw invalid(Fault.TOO_MANY, Map.of("max", MOST_FIELDS));
        }
        String body = new String(bytes, UTF_8);
        if (!Escapes.areText(body)) {
            throw invalid(Fault.ENCODING, Map.of());
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : decode(parts[1]));
        }
        return new SentForm(fields);
    }

    private static boolean hasFew(byte[] body) {
        int fields = 1;
        for (int i = 0; i < body.length && fields <= MOST_FIELDS; i++) {
            fields += body[i] == '&' ? 1 : 0;
        }
        return fields <= MOST_FIELDS;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid(Fault.ENCODING, Map.of());
        }
    }

    private static RuntimeException invalid(Fault fault, Map<String, Object> details) {
        Violations violations = new Violations();
        violations.add("form", fault, details);
        return violations.asRejection();
    }

    /** What was typed, as it was; empty where the field was not sent. */
    public String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** The values of a field that may be sent more than once. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** A whole number from 1 on; null where there is none. */
    public @Nullable Long number(String name) {
        String text = text(name);
        return text.matches("[1-9][0-9]{0,17}") ? (Long) Long.parseLong(text) : null;
    }
}
