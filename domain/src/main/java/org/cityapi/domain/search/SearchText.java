package org.cityapi.domain.search;

import java.util.List;
import org.cityapi.domain.text.SearchKey;

/**
 * What somebody looks for.
 *
 * @param key as names are searched; empty when the text has neither letter nor digit, and finds nothing then
 */
public record SearchText(SearchKey key) {

    /** How many characters may be looked for at most. */
    public static final int MAX_LENGTH = 100;

    public static SearchText of(String text) {
        return new SearchText(SearchKey.of(text));
    }

    public boolean isEmpty() {
        return key.value().isEmpty();
    }

    /** Each matches the start of a word of one name. */
    public List<String> words() {
        return key.words();
    }
}
