package org.cityapi.domain.search;

import java.util.List;
import java.util.regex.Pattern;
import org.cityapi.domain.text.SearchKey;
import org.cityapi.domain.text.ShortTexts;

/**
 * What somebody looks for.
 *
 * @param key as names are searched; empty when the text has neither letter nor digit, and finds nothing then
 * @param typed as names are kept, without blanks at the ends and in NFC: of other names that equal it, it tells which
 *     one is meant, and finds nothing else
 */
public record SearchText(SearchKey key, String typed) {

    /** How many characters may be looked for at most. */
    public static final int MAX_LENGTH = 100;

    /** The full stop after an abbreviation, with no blank behind it. */
    private static final Pattern STOP = Pattern.compile("(?<=\\p{L}[\\p{L}\\p{M}])\\.(?=\\p{L})");

    /** {@code st.gallen} means what {@code st. gallen} does. */
    public static SearchText of(String text) {
        return new SearchText(SearchKey.of(STOP.matcher(text).replaceAll(" ")), ShortTexts.normalize(text));
    }

    public boolean isEmpty() {
        return key.value().isEmpty();
    }

    /** Each matches the start of a word of one name; one that is repeated says no more. */
    public List<String> words() {
        return key.words().stream().distinct().toList();
    }
}
