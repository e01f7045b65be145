package org.cityapi.domain.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as it is searched: without case, accents, special letters and punctuation, its words one blank apart.
 *
 * @param value never null; empty when the name has neither letter nor digit
 */
public record SearchKey(String value) {

    private static final Map<String, String> LONG = Map.of("st", "saint", "ste", "sainte");
    private static final Map<String, String> SHORT = Map.of("saint", "st", "sainte", "ste");

    /** {@code São Paulo} gives {@code sao paulo}, {@code Łódź} gives {@code lodz}, {@code L'Aquila} {@code laquila}. */
    public static SearchKey of(String name) {
        return new SearchKey(Folding.fold(name));
    }

    /**
     * All by which a name is found, that of the name itself first: a {@code St} may be typed as {@code Saint}, and the
     * other way round. None when the name has neither letter nor digit.
     */
    public static List<SearchKey> allOf(String name) {
        SearchKey key = of(name);
        if (key.value.isEmpty()) {
            return List.of();
        }
        return key.value.indexOf('s') < 0
                ? List.of(key)
                : Stream.of(key, key.with(LONG), key.with(SHORT)).distinct().toList();
    }

    private SearchKey with(Map<String, String> spelling) {
        return words().stream().anyMatch(spelling::containsKey)
                ? new SearchKey(words().stream()
                        .map(word -> spelling.getOrDefault(word, word))
                        .collect(Collectors.joining(" ")))
                : this;
    }

    public List<String> words() {
        return List.of(value.split(" "));
    }

    /** Whether one of its words begins like that. */
    public boolean hasWordFrom(String start) {
        for (int at = value.indexOf(start); at >= 0; at = value.indexOf(start, at + 1)) {
            if (at == 0 || value.charAt(at - 1) == ' ') {
                return true;
            }
        }
        return false;
    }
}
