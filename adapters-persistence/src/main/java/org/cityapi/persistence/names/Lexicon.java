package org.cityapi.persistence.names;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Tokens among which those are found that differ little from another. They are walked as if they were a tree: what
 * begins alike is compared once, and what cannot become alike any more is passed by.
 *
 * <p>Of few errors either the first half of a word has fewer than all, or the second one has none. So the tokens are
 * walked twice, from their beginnings and from their ends, and each time most of them are soon passed by.
 */
final class Lexicon {

    private final TokenList tokens;
    private final Map<Tokens.Kind, Sides> kinds = new EnumMap<>(Tokens.Kind.class);

    /** The most bytes that a token has. */
    private final int longest;

    /** The tokens of a kind, looked at from either side. */
    private record Sides(TokenOrder beginnings, TokenOrder endings) {}

    /** @param tokens in the order of their UTF-8 bytes */
    Lexicon(TokenList tokens) {
        this.tokens = tokens;
        for (Tokens.Kind kind : Tokens.Kind.values()) {
            int[] numbers = IntStream.range(0, tokens.size())
                    .filter(token -> kind.has(tokens, token))
                    .toArray();
            kinds.put(
                    kind,
                    new Sides(
                            TokenOrder.byBeginnings(tokens, IntStream.of(numbers)),
                            TokenOrder.byEndings(tokens, IntStream.of(numbers))));
        }
        this.longest = IntStream.range(0, tokens.size())
                .map(token -> tokens.start(token + 1) - tokens.start(token))
                .max()
                .orElse(0);
    }

    boolean contains(String token) {
        int at = tokens.from(token);
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    /**
     * The tokens of a kind that become the word by so many errors at most (optimal string alignment), but for their marks.
     *
     * <p>With none allowed nothing is found: what is alike needs no lexicon.
     */
    Collection<String> like(Tokens.Kind kind, String word, int errors) {
        Set<String> found = new TreeSet<>();
        int letters = word.codePointCount(0, word.length());
        if (errors == 0 || letters > longest + errors) {
            return found;
        }
        Sides sides = Objects.requireNonNull(kinds.get(kind));
        // An error between the halves is in neither.
        int half = letters / 2;
        walk(sides.beginnings(), Comparison.forwards(word, errors, half, errors - 1), found);
        walk(sides.endings(), Comparison.backwards(word, errors, letters - half - 1, 0), found);
        return found;
    }

    private void walk(TokenOrder order, Comparison comparison, Set<String> found) {
        int at = 0;
        while (at < order.size()) {
            int token = order.token(at);
            // What was passed by begins like the one before it as far as that was compared.
            int dead =
                    comparison.goOn(tokens.bytes(), tokens.textStart(token), tokens.textEnd(token), order.common(at));
            if (dead < 0 && comparison.isAlike()) {
                found.add(tokens.get(token));
            }
            // Nothing that begins like the hopeless can become alike.
            at = dead < 0 ? at + 1 : order.after(at, dead);
        }
    }
}
