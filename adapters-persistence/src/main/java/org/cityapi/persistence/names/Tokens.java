package org.cityapi.persistence.names;

import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.city.NameKey;
import org.cityapi.domain.text.SearchKey;

/**
 * The tokens of a name: its words; the whole name as one, marked before it as main or behind it as other; its country.
 * No folded name holds any of the signs that mark them.
 *
 * <p>An other name of one word has no second token for that: marked behind, it begins as the word does, and that is how
 * words are looked for.
 */
public final class Tokens {

    /** Between the words of a whole name. */
    static final char BLANK = '_';

    static final char MAIN = '=';
    static final char OTHER = '^';
    static final char COUNTRY = '@';

    /** What tokens may be. That of an other name of one word is both. */
    enum Kind {
        WORD {
            @Override
            boolean has(TokenList tokens, int token) {
                byte first = tokens.first(token);
                return first != MAIN && first != COUNTRY && first != OTHER && !tokens.holds(token, BLANK);
            }
        },
        WHOLE_NAME {
            @Override
            boolean has(TokenList tokens, int token) {
                return tokens.first(token) == MAIN || tokens.last(token) == OTHER;
            }
        };

        abstract boolean has(TokenList tokens, int token);
    }

    private Tokens() {}

    static List<String> of(NameKey name, String country) {
        String key = name.key().value();
        List<String> tokens = new ArrayList<>(key.isEmpty() ? List.of() : List.of(key.split(" ")));
        if (name.main()) {
            tokens.add(main(key));
        } else {
            if (tokens.size() == 1) {
                tokens.clear();
            }
            tokens.add(other(key));
        }
        tokens.add(COUNTRY + country);
        return tokens;
    }

    /** A main name as one token, or the beginning of one. */
    static String main(String key) {
        return MAIN + whole(key);
    }

    /** An other name as one token. */
    static String other(String key) {
        return whole(key) + OTHER;
    }

    /** The name that a token of one of the two kinds stands for. */
    static SearchKey name(String token) {
        String whole = token.charAt(0) == MAIN ? token.substring(1) : token.substring(0, token.length() - 1);
        return new SearchKey(whole.replace(BLANK, ' '));
    }

    private static String whole(String key) {
        return key.replace(' ', BLANK);
    }
}
