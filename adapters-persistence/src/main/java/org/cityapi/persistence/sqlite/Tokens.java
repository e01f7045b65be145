package org.cityapi.persistence.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.city.NameKey;

/**
 * The tokens of a name in the full-text index: its words; the whole name as one, marked as main or other; its country.
 * No folded name holds any of the signs that mark them.
 */
final class Tokens {

    static final String MAIN = "=";
    static final String OTHER = "^";
    static final String COUNTRY = "@";

    /** What tokens of names begin with: nothing, where they are words. */
    static final List<String> KINDS = List.of("", MAIN, OTHER);

    private Tokens() {}

    static String of(NameKey name, String country) {
        String key = name.key().value();
        return key + ' ' + (name.main() ? MAIN : OTHER) + whole(key) + ' ' + COUNTRY + country;
    }

    /** Whether a token that begins so is more than a word. */
    static boolean isMark(byte first) {
        return first == MAIN.charAt(0) || first == OTHER.charAt(0) || first == COUNTRY.charAt(0);
    }

    /** A name as one token. */
    static String whole(String key) {
        return key.replace(' ', Lexicon.BLANK);
    }

    /** A token as a term of a query: that one, or with a star all that begin like it. */
    static String term(String token) {
        return '"' + token + '"';
    }

    static String anyOf(List<String> terms) {
        return terms.size() == 1 ? terms.get(0) : "(" + String.join(" OR ", terms) + ")";
    }

    static String allOf(List<String> terms) {
        return String.join(" AND ", new ArrayList<>(terms));
    }
}
