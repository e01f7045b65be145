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
        while (at < end) {
            int start = tokens.start(at);
            if (first.isEmpty() && Tokens.isMark(tokens.bytes()[start])) {
                at = tokens.after(at, 1);
                continue;
            }
            int length = tokens.start(at + 1) - start;
            // What was passed by begins like the one before it as far as that was compared.
            int dead = comparison.goOn(tokens.bytes(), start, first.length(), tokens.shared(at), length);
            if (dead < 0 && comparison.isAlike()) {
                found.add(tokens.get(at));
            }
            // Nothing that begins like the hopeless can become alike.
            at = dead < 0 ? at + 1 : tokens.after(at, dead);
        }
        return found;
    }
}
