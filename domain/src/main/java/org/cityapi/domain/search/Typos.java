package org.cityapi.domain.search;

import org.cityapi.domain.text.SearchKey;

/**
 * Tells typing errors from other words: a character too many, too few, another, or two that changed places.
 *
 * <p>Either each word of the text is a word of the name but for its errors (or begins one without), or text and name are
 * alike when the blanks are left out. A text may have one error, from {@value #LONG} characters on two; so may each of
 * its words, and one of fewer than {@value #SHORT} characters none, for nearly every other is like it then. None has a text
 * of more than {@value #MOST}, which only signs can give that stand for whole words.
 */
public final class Typos {

    static final int SHORT = 4;
    static final int LONG = 8;

    /** No text or word of more characters has errors. */
    public static final int MOST = 2 * SearchText.MAX_LENGTH;

    /** In the words of a text that has more of them no errors are forgiven: it would be too dear to look for them. */
    public static final int MOST_WORDS = 8;

    private final SearchText text;
    private final int allowed;

    Typos(SearchText text) {
        this.text = text;
        this.allowed = allowed(text.key().value());
    }

    /** How many errors a text or a word may have. */
    public static int allowed(String typed) {
        int length = typed.codePointCount(0, typed.length());
        return length < SHORT || length > MOST ? 0 : length < LONG ? 1 : 2;
    }

    /** Whether the words of the text may have been meant to be words of this name. */
    boolean explainWords(SearchKey name) {
        if (text.words().size() > MOST_WORDS) {
            return false;
        }
        int errors = 0;
        for (String word : text.words()) {
            int least = name.hasWordFrom(word) ? 0 : leastErrors(word, name);
            errors += least;
            if (errors > allowed) {
                return false;
            }
        }
        return allowed > 0;
    }

    private int leastErrors(String word, SearchKey name) {
        int allowedHere = allowed(word);
        return name.words().stream()
                .mapToInt(other -> errors(word, other, allowedHere))
                .filter(errors -> errors <= allowedHere)
                .min()
                .orElse(allowed + 1);
    }

    /** Whether the text may have been meant to be this name. */
    boolean explainAll(SearchKey name) {
        String typed = text.key().value().replace(" ", "");
        int allowedHere = allowed(typed);
        return allowed > 0
                && allowedHere > 0
                && errors(typed, name.value().replace(" ", ""), allowedHere) <= allowedHere;
    }

    /**
     * The errors that lead from one word to the other (optimal string alignment distance).
     *
     * @return a number above {@code most} stands for all above
     */
    public static int errors(String typed, String meant, int most) {
        int[] a = typed.codePoints().toArray();
        int[] b = meant.codePoints().toArray();
        if (Math.abs(a.length - b.length) > most) {
            return most + 1;
        }
        int[] before = new int[b.length + 1];
        int[] last = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int[] row = new int[b.length + 1];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int other = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.min(other, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length];
    }
}
