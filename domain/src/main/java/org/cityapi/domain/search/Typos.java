package org.cityapi.domain.search;

import java.util.Arrays;
import java.util.function.ToIntBiFunction;
import org.cityapi.domain.text.SearchKey;

/**
 * Tells typing errors from other words: a character too many, too few, another, or two that changed places.
 *
 * <p>Either each word of the text is a word of the name but for its errors (or begins one without), or the whole text is
 * the name but for its errors. That words were written together or parted is one error, however often; so is a blank in
 * the place of a letter, as the space bar lies beside some, or a letter in that of a blank. A text may have
 * one error, from {@value #LONG} characters on two; so may each of its words, and one of fewer than {@value #SHORT}
 * characters none, for nearly every other is like it then. From {@value #LONG_BEGINNING} characters on a word may also begin
 * one of the name with one error, and the whole text the name, as they do while somebody types. None has a text of more than {@value #MOST}, which only signs
 * give that stand for whole words, and dozens of syllables of Hangul.
 */
public final class Typos {

    static final int SHORT = 4;
    static final int LONG = 8;
    static final int LONG_BEGINNING = 6;

    /** No text or word of more characters has errors. */
    public static final int MOST = 2 * SearchText.MAX_LENGTH;

    /** In the words of a text that has more of them no errors are forgiven: it would be too dear to look for them. */
    public static final int MOST_WORDS = 8;

    /** More errors than are ever forgiven. */
    private static final int TOO_MANY = 3;

    private final SearchText text;
    private final int allowed;

    Typos(SearchText text) {
        this.text = text;
        this.allowed = allowed(text);
    }

    /** How many errors a text may have: its blanks are characters, too, but give no short one an error. */
    public static int allowed(SearchText text) {
        String typed = text.key().value();
        return allowed(joined(typed)) == 0 ? 0 : allowed(typed);
    }

    /** How many errors a word may have. */
    public static int allowed(String typed) {
        int length = typed.codePointCount(0, typed.length());
        return length < SHORT || length > MOST ? 0 : length < LONG ? 1 : 2;
    }

    /** How many errors a text may have that begins a name. */
    public static int allowedInBeginning(SearchText text) {
        return allowedInBeginning(joined(text.key().value()));
    }

    /** How many errors a word may have that begins another. */
    public static int allowedInBeginning(String typed) {
        int length = typed.codePointCount(0, typed.length());
        return length < LONG_BEGINNING || length > MOST ? 0 : 1;
    }

    /** Whether a text may have been meant to be this whole name, but for its errors. */
    public static boolean explain(SearchText text, SearchKey name) {
        Typos typos = new Typos(text);
        return typos.forgives(typos.errorsInAll(name));
    }

    /** How many errors lead from the words of the text to words of this name; a number above those allowed stands for all above. */
    int errorsInWords(SearchKey name) {
        return errors(name, Typos::errorsInWord);
    }

    /** The same where words of the text may also be beginnings. */
    int errorsInBeginnings(SearchKey name) {
        return errors(name, (word, other) -> Math.min(errorsInWord(word, other), errorsInBeginning(word, other)));
    }

    private int errors(SearchKey name, ToIntBiFunction<String, String> between) {
        if (text.words().size() > MOST_WORDS) {
            return allowed + 1;
        }
        int errors = 0;
        for (String word : text.words()) {
            errors += name.hasWordFrom(word) ? 0 : leastErrors(word, name, between);
            if (errors > allowed) {
                break;
            }
        }
        return errors;
    }

    private int leastErrors(String word, SearchKey name, ToIntBiFunction<String, String> between) {
        return name.words().stream()
                .mapToInt(other -> between.applyAsInt(word, other))
                .min()
                .orElse(TOO_MANY);
    }

    private static int errorsInWord(String word, String meant) {
        int most = allowed(word);
        int errors = errors(word, meant, most);
        return errors <= most ? errors : TOO_MANY;
    }

    private static int errorsInBeginning(String word, String meant) {
        int most = allowedInBeginning(word);
        if (most == 0) {
            return TOO_MANY;
        }
        int errors =
                Arrays.stream(counts(letters(word), letters(meant), most)).min().orElseThrow();
        return errors <= most ? errors : TOO_MANY;
    }

    /** How many errors lead from the text to this whole name; a number above those allowed stands for all above. */
    int errorsInAll(SearchKey name) {
        String typed = text.key().value();
        int letters = errors(joined(typed), joined(name.value()), allowed);
        // With its blanks as characters, too: one that stands for a letter, or a letter for one, is a single error.
        return letters > allowed ? letters : Math.min(letters + 1, errors(typed, name.value(), allowed));
    }

    /** How many errors lead from the text to the beginning of this name; a number above those allowed stands for all above. */
    int errorsInBeginning(SearchKey name) {
        return allowedInBeginning(text) == 0
                ? TOO_MANY
                : errorsInBeginning(text.key().value(), name.value());
    }

    private static String joined(String text) {
        return text.replace(" ", "");
    }

    /** Whether so many errors are forgiven. */
    boolean forgives(int errors) {
        return errors <= allowed && allowed > 0;
    }

    /**
     * The errors that lead from one word to the other (optimal string alignment distance).
     *
     * @return a number above {@code most} stands for all above
     */
    public static int errors(String typed, String meant, int most) {
        int[] a = letters(typed);
        int[] b = letters(meant);
        return Math.abs(a.length - b.length) > most ? most + 1 : counts(a, b, most)[b.length];
    }

    /** As {@link String#codePoints}, in a fraction of the time. */
    private static int[] letters(String text) {
        int[] letters = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < letters.length; i++) {
            letters[i] = text.codePointAt(at);
            at += Character.charCount(letters[i]);
        }
        return letters;
    }

    /** The errors that lead from a word to each beginning of the other, the empty one first; all above {@code most} as soon as that is sure. */
    private static int[] counts(int[] a, int[] b, int most) {
        int[] before = new int[b.length + 1];
        int[] last = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int[] row = new int[b.length + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length; j++) {
                int other = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.min(other, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return row;
            }
            before = last;
            last = row;
        }
        return last;
    }
}
