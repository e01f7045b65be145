package org.cityapi.persistence.names;

import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.city.NameKey;

/**
 * The tokens of a name: its words; the whole name as one, marked as main or other; its country.
 * No folded name holds any of the signs that mark them.
 */
public final class Tokens {

    static final String MAIN = "=";
    static final String OTHER = "^";
    static final String COUNTRY = "@";

    /** What tokens of names begin with: nothing, where they are words. */
    static final List<String> KINDS = List.of("", MAIN, OTHER);

    private Tokens() {}

    static List<String> of(NameKey name, String country) {
        String key = name.key().value();
        List<String> tokens = new ArrayList<>(key.isEmpty() ? List.of() : List.of(key.split(" ")));
        tokens.add((name.main() ? MAIN : OTHER) + whole(key));
        tokens.add(COUNTRY + country);
        return tokens;
    }

    /** Whether a token that begins so is more than a word. */
    static boolean isMark(byte first) {
        return first == MAIN.charAt(0) || first == OTHER.charAt(0) || first == COUNTRY.charAt(0);
    }

    /** A name as one token. */
    static String whole(String key) {
        return key.replace(' ', Lexicon.BLANK);
    }
}
