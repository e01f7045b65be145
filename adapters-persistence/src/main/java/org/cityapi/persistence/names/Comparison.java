package org.cityapi.persistence.names;

import java.util.Arrays;

/**
 * Compares one word with many, letter by letter (optimal string alignment). What was compared of one is good for all that
 * begin alike. Only counts within the bound are told apart, so each row holds few.
 */
final class Comparison {

    /** What no word has. */
    private static final int OTHER_LETTER = -1;

    private final int[] wanted;
    private final int errors;

    /** So many letters of the word that are compared first may have so many errors. */
    private final int strict;

    private final int errorsThere;

    /** Of each depth the counts against each beginning of the word, {@code errors + 1} for all that are too many. */
    private final int[][] rows;

    private final int[] letters;

    /**
     * Begins.
     *
     * @param wanted the letters of the word
     * @param strict so many letters come first that may have fewer errors
     * @param errorsThere how many they may have
     */
    Comparison(int[] wanted, int errors, int strict, int errorsThere) {
        this.wanted = wanted;
        this.errors = errors;
        this.strict = strict;
        this.errorsThere = errorsThere;
        int most = wanted.length + errors + 2;
        rows = new int[most][wanted.length + 2];
        letters = new int[most];
        for (int[] row : rows) {
            Arrays.fill(row, errors + 1);
        }
        for (int i = 0; i <= Math.min(errors, wanted.length); i++) {
            rows[0][i] = bounded(i, i);
        }
    }

    /** Whether a word that ends after so many letters is alike. */
    boolean isAlike(int depth) {
        return rows[depth][wanted.length] <= errors;
    }

    /** Whether any letter may come after so many letters: one that is nowhere in the word, too. */
    boolean takesAny(int depth) {
        return take(depth, OTHER_LETTER);
    }

    /** Whether a letter may come there, where not any may. */
    boolean mayTake(int depth, int letter) {
        int to = Math.min(wanted.length, depth + errors + 1);
        for (int i = Math.max(0, depth - errors - 1); i < to; i++) {
            if (wanted[i] == letter) {
                return true;
            }
        }
        return false;
    }

    /**
     * Goes on with a letter.
     *
     * @param depth how many letters came before
     * @return whether what begins so can still become alike
     */
    boolean take(int depth, int letter) {
        letters[depth + 1] = letter;
        return depth < wanted.length + errors && least(depth + 1) <= errors;
    }

    private int bounded(int letter, int count) {
        return count > (letter <= strict ? errorsThere : errors) ? errors + 1 : count;
    }

    /** Fills the row of a depth; gives its least count. */
    private int least(int depth) {
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
