package org.cityapi.persistence.names;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tokens among which those are found that differ little from another. They are walked as if they were a tree: what
 * begins alike is compared once, and what cannot become alike any more is passed by.
 *
 * <p>Of few errors either the first half of a word has fewer than all, or the second one has none. So the tokens are
 * walked twice, from their beginnings and from their ends, and each time most of them are soon passed by.
 */
final class Lexicon {

    /** Takes no part in a comparison: it stands between the words of a whole name. */
    static final char BLANK = '_';

    private final TokenList tokens;
    private final Map<String, Endings> endings;

    /** The most bytes that a token has. */
    private final int longest;

    /** @param tokens in the order of their UTF-8 bytes */
    Lexicon(TokenList tokens) {
        this.tokens = tokens;
        this.endings = Tokens.KINDS.stream()
                .collect(Collectors.toUnmodifiableMap(
                        kind -> kind, kind -> new Endings(tokens, kind.length(), numbers(kind))));
        this.longest = IntStream.range(0, tokens.size())
                .map(token -> tokens.start(token + 1) - tokens.start(token))
                .max()
                .orElse(0);
    }

    private IntStream numbers(String kind) {
        return kind.isEmpty()
                ? IntStream.range(0, tokens.size()).filter(token -> !Tokens.isMark(tokens.bytes()[tokens.start(token)]))
                : IntStream.range(first(kind), end(kind));
    }

    private int first(String kind) {
        return tokens.from(kind);
    }

    private int end(String kind) {
        return kind.isEmpty() ? tokens.size() : tokens.from(Character.toString(kind.charAt(0) + 1));
    }

    boolean contains(String token) {
        int at = tokens.from(token);
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    /**
     * The tokens that become the word by so many errors at most (optimal string alignment).
     *
     * <p>With none allowed nothing is found: what is alike needs no lexicon.
     *
     * @param kind one of {@link Tokens#KINDS}, which is not compared
     */
    Collection<String> like(String kind, String word, int errors) {
        Set<String> found = new TreeSet<>();
        int letters = word.codePointCount(0, word.length());
        if (errors == 0 || letters > longest + errors) {
            return found;
        }
        // An error between the halves is in neither.
        int half = letters / 2;
        Comparison forwards = Comparison.forwards(word, errors, half, errors - 1);
        walk(kind, tokens, first(kind), end(kind), forwards, found);
        Endings backwards = Objects.requireNonNull(endings.get(kind));
        walk(kind, backwards, 0, backwards.size(), Comparison.backwards(word, errors, letters - half - 1, 0), found);
        return found;
    }

    private void walk(String kind, TokenOrder order, int from, int end, Comparison comparison, Set<String> found) {
        int at = from;
        while (at < end) {
            int token = order.token(at);
            int start = tokens.start(token);
            if (kind.isEmpty() && Tokens.isMark(tokens.bytes()[start])) {
                at = order.after(at, 1);
                continue;
            }
            int passed = comparison.isForwards() ? kind.length() : 0;
            // What was passed by begins like the one before it as far as that was compared.
            int dead = comparison.goOn(
                    tokens.bytes(), start + kind.length(), tokens.start(token + 1), order.common(at) - passed);
            if (dead < 0 && comparison.isAlike()) {
                found.add(tokens.get(token));
            }
            // Nothing that begins like the hopeless can become alike.
            at = dead < 0 ? at + 1 : order.after(at, passed + dead);
        }
    }
}
