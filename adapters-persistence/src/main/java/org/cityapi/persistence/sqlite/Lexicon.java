package org.cityapi.persistence.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * Tokens in order, among which those are found that differ little from another. It is walked as if it were a tree: what
 * begins alike is compared once, and what cannot become alike any more is passed by.
 */
final class Lexicon {

    /** Takes no part in a comparison: it stands between the words of a whole name. */
    static final char BLANK = '_';

    private final TokenList tokens;

    /** @param tokens in the order of their UTF-8 bytes */
    Lexicon(TokenList tokens) {
        this.tokens = tokens;
    }

    boolean contains(String token) {
        int at = tokens.from(token);
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    /**
     * The tokens that become the word by so many errors at most (optimal string alignment), in order.
     *
     * <p>With none allowed nothing is found: what is alike needs no lexicon.
     *
     * @param first only those that begin with this, an ASCII character or nothing, which is not compared
     */
    List<String> like(String first, String word, int errors) {
        List<String> found = new ArrayList<>();
        if (errors == 0) {
            return found;
        }
        Comparison comparison = new Comparison(word, errors);
        int at = tokens.from(first);
        int end = first.isEmpty() ? tokens.size() : tokens.after(first, at);
        int before = at;
        int same = 0;
        while (at < end) {
            int start = tokens.start(at);
            if (first.isEmpty() && Tokens.isMark(tokens.bytes()[start])) {
                at = tokens.after(start, 1, at);
                continue;
            }
            int common = Math.min(same, tokens.common(before, at));
            int dead = comparison.goOn(tokens.bytes(), start, first.length(), common, tokens.start(at + 1) - start);
            before = at;
            if (dead < 0) {
                if (comparison.isAlike()) {
                    found.add(tokens.get(at));
                }
                same = Integer.MAX_VALUE;
                at++;
            } else {
                // Nothing that begins with this can become alike.
                same = dead;
                at = tokens.after(start, dead, at);
            }
        }
        return found;
    }
}
