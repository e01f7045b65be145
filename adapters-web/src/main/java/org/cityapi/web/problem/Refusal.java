package org.cityapi.web.problem;

import java.util.List;
import java.util.Map;
import org.cityapi.domain.rejection.Violation;
import org.jspecify.annotations.Nullable;

/**
 * An answer of 400 or more before it has a form and a language.
 *
 * @param status of the answer
 * @param key of the message that tells the case
 * @param values what the message names
 * @param violations the faults of the request's values; mostly empty
 * @param current the present state to tell along; mostly null
 */
record Refusal(
        int status,
        String key,
        Map<String, Object> values,
        List<Violation> violations,
        @Nullable Object current) {

    static Refusal of(int status, String key) {
        return of(status, key, Map.of());
    }

    static Refusal of(int status, String key, Map<String, Object> values) {
        return new Refusal(status, key, values, List.of(), null);
    }
}
