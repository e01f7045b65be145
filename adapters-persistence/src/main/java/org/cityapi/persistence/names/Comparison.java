package org.cityapi.persistence.names;

import java.util.Arrays;

/**
 * Compares one word with many, letter by letter (optimal string alignment), from the first on or from the last. What was
 * compared of one is kept for the next, as far as both begin alike. Only counts within the bound are told apart, so each
 * row holds few.
 */
final class Comparison {

    private final int[] wanted;
    private final int errors;
    private final boolean forwards;

    /** So many letters of the word that are compared first may have so many errors. */
    private final int strict;

    private final int errorsThere;

    /** Of each depth the counts against each beginning of the word, {@code errors + 1} for all that are too many. */
    private final int[][] rows;

    private final int[] letters;

    /** Of each depth how many bytes the letters up to there take. */
    private final int[] ends;

    private int depth;

    private Comparison(int[] wanted, boolean forwards, int errors, int strict, int errorsThere) {
        this.wanted = wanted;
        this.forwards = forwards;
        this.errors = errors;
        this.strict = strict;
        this.errorsThere = errorsThere;
        int most = wanted.length + errors + 2;
        rows = new int[most][wanted.length + 2];
        letters = new int[most];
        ends = new int[most];
        for (int[] row : rows) {
            Arrays.fill(row, errors + 1);
        }
        for (int i = 0; i <= Math.min(errors, wanted.length); i++) {
            rows[0][i] = bounded(i, i);
        }
    }

    /**
     * From the first letter to the last.
     *
     * @param strict so many letters come first that may have fewer errors
     * @param errorsThere how many they may have
     */
    static Comparison forwards(String word, int errors, int strict, int errorsThere) {
        return new Comparison(word.codePoints().toArray(), true, errors, strict, errorsThere);
    }

    /** From the last letter to the first. */
    static Comparison backwards(String word, int errors, int strict, int errorsThere) {
        int[] reversed = new StringBuilder(word).reverse().codePoints().toArray();
        return new Comparison(reversed, false, errors, strict, errorsThere);
    }

    /** Whether the word that was walked through last is alike. */
    boolean isAlike() {
        return rows[depth][wanted.length] <= errors;
    }

    /**
     * Walks on through another word.
     *
     * @param bytes hold it in UTF-8
     * @param start where it begins
     * @param end where it ends
     * @param common how many of its bytes are those of the word before, as far as that was walked through
     * @return how many bytes long its beginning is that makes it hopeless; -1 when it has none
     */
    int goOn(byte[] bytes, int start, int end, int common) {
        while (depth > 0 && ends[depth] > common) {
            depth--;
        }
        for (int i = ends[depth]; i < end - start; ) {
            int at = forwards ? start + i : lastLetter(bytes, end - i);
            int first = bytes[at];
            int size = first >= 0 ? 1 : first < (byte) 0xE0 ? 2 : first < (byte) 0xF0 ? 3 : 4;
            int letter = first >= 0 ? first : letter(bytes, at, size);
            i += size;
            if (letter == Tokens.BLANK) {
                continue;
            }
            depth++;
            letters[depth] = letter;
            ends[depth] = i;
            if (depth > wanted.length + errors || least() > errors) {
                return i;
            }
        }
        return -1;
    }

    /** Where the letter begins that ends before a place. */
    private static int lastLetter(byte[] bytes, int end) {
        int at = end - 1;
        while ((bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    private int bounded(int letter, int count) {
        return count > (letter <= strict ? errorsThere : errors) ? errors + 1 : count;
    }

    private static int letter(byte[] bytes, int at, int size) {
        int letter = bytes[at] & (0x7F >> size);
        for (int i = 1; i < size; i++) {
            letter = letter << 6 | (bytes[at + i] & 0x3F);
        }
        return letter;
    }

    /** Fills the row of the depth; gives its least count. */
    private int least() {
        int[] last = rows[depth - 1];
        int[] row = rows[depth];
        int from = Math.max(1, depth - errors);
        int to = Math.min(wanted.length, depth + errors);
        int letter = letters[depth];
        row[from - 1] = from == 1 ? bounded(0, depth) : errors + 1;
        int least = row[from - 1];
        for (int j = from; j <= to; j++) {
            int count = last[j - 1] + (wanted[j - 1] == letter ? 0 : 1);
            count = Math.min(count, Math.min(last[j], row[j - 1]) + 1);
            if (depth > 1 && j > 1 && wanted[j - 2] == letter && wanted[j - 1] == letters[depth - 1]) {
                count = Math.min(count, rows[depth - 2][j - 2] + 1);
            }
            count = bounded(j, count);
            row[j] = count;
            least = Math.min(least, count);
        }
        row[to + 1] = errors + 1;
        return least;
    }
}
