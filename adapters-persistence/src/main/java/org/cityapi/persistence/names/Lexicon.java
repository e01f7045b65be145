package org.cityapi.persistence.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Tokens among which those are found that differ little from another.
 *
 * <p>Of few errors either the first half of a word has fewer than all, or the second one has none. So the tokens are
 * walked through twice, from their beginnings and from their ends, and each time most of them are soon passed by.
 */
final class Lexicon {

    /** Before it stands all that begins with other letters. */
    private static final String LAST_LETTER = Character.toString(Character.MAX_CODE_POINT);

    private static final char AFTER_BLANK = Tokens.BLANK + 1;

    private final TokenList tokens;

    /** Those with a letter of one or two bytes, as those of alphabets are. */
    private final Map<Tokens.Kind, Trees> narrow = new EnumMap<>(Tokens.Kind.class);

    /** All others, as Chinese, Korean and Thai ones: thousands begin with other letters, and few texts are like any. */
    private final Map<Tokens.Kind, Trees> wide = new EnumMap<>(Tokens.Kind.class);

    /** The most bytes that a token has. */
    private final int longest;

    /** The same tokens, looked at from either side. */
    private record Trees(LetterTree beginnings, LetterTree endings) {}

    /** @param tokens in the order of their UTF-8 bytes */
    Lexicon(TokenList tokens) {
        this.tokens = tokens;
        for (Tokens.Kind kind : Tokens.Kind.values()) {
            narrow.put(kind, trees(token -> kind.has(tokens, token) && tokens.hasNarrow(token)));
            wide.put(kind, trees(token -> kind.has(tokens, token) && !tokens.hasNarrow(token)));
        }
        this.longest =
                IntStream.range(0, tokens.size()).map(tokens::length).max().orElse(0);
    }

    private Trees trees(IntPredicate wanted) {
        int[] numbers = IntStream.range(0, tokens.size()).filter(wanted).toArray();
        return new Trees(new LetterTree(tokens, false, numbers), new LetterTree(tokens, true, numbers));
    }

    /** All tokens that have a number up to this one are here. */
    long lastNumber() {
        return tokens.lastNumber();
    }

    boolean contains(String token) {
        int at = tokens.from(token);
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    /** The first words that begin so. */
    List<String> beginning(String word, int most) {
        List<String> found = new ArrayList<>();
        int end = tokens.from(word + LAST_LETTER);
        int at = tokens.from(word);
        while (at < end && found.size() < most) {
            String token = tokens.get(at);
            int blank = token.indexOf(Tokens.BLANK);
            if (blank < 0) {
                found.add(token);
                at++;
            } else {
                // Past all names of several words of which this is the first: there may be thousands.
                at = tokens.from(token.substring(0, blank) + AFTER_BLANK);
            }
        }
        return found;
    }

    /**
     * The tokens of a kind that become the word by so many errors at most (optimal string alignment), but for their marks.
     *
     * <p>With none allowed nothing is found: what is alike needs no lexicon.
     */
    Collection<String> like(Tokens.Kind kind, String word, int errors) {
        Set<String> found = new TreeSet<>();
        int[] letters = word.codePoints().toArray();
        if (errors == 0 || letters.length > longest + errors) {
            return found;
        }
        find(narrow, kind, letters, errors, found);
        if (mayBeWide(letters, errors)) {
            find(wide, kind, letters, errors, found);
        }
        return found;
    }

    /**
     * The shortest beginnings of tokens of a kind, but for their marks, that become the text by so many errors at most; none
     * when no errors are allowed.
     */
    Collection<String> likeBeginnings(Tokens.Kind kind, String text, int errors) {
        Set<String> found = new TreeSet<>();
        int[] letters = text.replace(' ', Tokens.BLANK).codePoints().toArray();
        if (errors == 0 || letters.length > longest + errors) {
            return found;
        }
        findBeginnings(narrow, kind, letters, errors, found);
        if (mayBeWide(letters, errors)) {
            findBeginnings(wide, kind, letters, errors, found);
        }
        return found;
    }

    private static void findBeginnings(
            Map<Tokens.Kind, Trees> among, Tokens.Kind kind, int[] text, int errors, Set<String> found) {
        Objects.requireNonNull(among.get(kind))
                .beginnings()
                .findBeginnings(new Comparison(text, errors, 0, errors), found::add);
    }

    /** Each letter that none of the others has is an error; but for blanks, which whole names may have. */
    private static boolean mayBeWide(int[] text, int errors) {
        return Arrays.stream(text)
                        .filter(letter -> TokenList.isNarrow(letter) && letter != Tokens.BLANK)
                        .count()
                <= errors;
    }

    private void find(Map<Tokens.Kind, Trees> among, Tokens.Kind kind, int[] word, int errors, Set<String> found) {
        Trees trees = Objects.requireNonNull(among.get(kind));
        // An error between the halves is in neither.
        int half = word.length / 2;
        trees.beginnings().find(new Comparison(word, errors, half, errors - 1), token -> found.add(tokens.get(token)));
        int[] reversed = IntStream.rangeClosed(1, word.length)
                .map(i -> word[word.length - i])
                .toArray();
        Comparison backwards = new Comparison(reversed, errors, word.length - half - 1, 0);
        trees.endings().find(backwards, token -> found.add(tokens.get(token)));
    }
}
