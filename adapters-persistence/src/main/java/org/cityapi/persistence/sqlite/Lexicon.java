package org.cityapi.persistence.sqlite;

import java.util.ArrayList;
import java.util.Arrays;
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
     * @param first only those that begin with this, which is not compared
     */
    List<String> like(String first, String word, int errors) {
        if (errors == 0) {
            return List.of();
        }
        int[] wanted = word.codePoints().toArray();
        List<String> found = new ArrayList<>();
        List<int[]> rows = new ArrayList<>();
        rows.add(firstRow(wanted.length));
        List<Integer> letters = new ArrayList<>();
        int at = tokens.from(first);
        String before = first;
        while (at < tokens.size()) {
            String token = tokens.get(at);
            if (!token.startsWith(first)) {
                break;
            }
            if (first.isEmpty() && Tokens.isMarked(token)) {
                at = tokens.after(token.substring(0, 1), at);
                continue;
            }
            int common = common(before, token);
            cut(rows, letters, depth(token, first.length(), common));
            int dead = walk(token, first.length(), common, wanted, errors, rows, letters);
            if (dead >= 0) {
                // Nothing that begins with this can become alike.
                before = token.substring(0, dead);
                at = tokens.after(before, at);
                continue;
            }
            if (rows.get(rows.size() - 1)[wanted.length] <= errors) {
                found.add(token);
            }
            before = token;
            at++;
        }
        return found;
    }

    private static int[] firstRow(int length) {
        int[] row = new int[length + 1];
        for (int i = 0; i <= length; i++) {
            row[i] = i;
        }
        return row;
    }

    /** Goes on along a token; the length of what is beyond hope, -1 when it reached the end. */
    private static int walk(
            String token, int start, int common, int[] wanted, int errors, List<int[]> rows, List<Integer> letters) {
        for (int i = Math.max(start, common); i < token.length(); ) {
            int letter = token.codePointAt(i);
            i += Character.charCount(letter);
            if (letter == BLANK) {
                continue;
            }
            rows.add(next(rows, letters, letter, wanted));
            letters.add(letter);
            if (Arrays.stream(rows.get(rows.size() - 1)).min().orElse(0) > errors) {
                return i;
            }
        }
        return -1;
    }

    private static int[] next(List<int[]> rows, List<Integer> letters, int letter, int[] wanted) {
        int depth = letters.size();
        int[] last = rows.get(depth);
        int[] row = new int[wanted.length + 1];
        row[0] = depth + 1;
        for (int j = 1; j <= wanted.length; j++) {
            int other = last[j - 1] + (wanted[j - 1] == letter ? 0 : 1);
            row[j] = Math.min(other, Math.min(last[j], row[j - 1]) + 1);
            if (depth > 0 && j > 1 && wanted[j - 2] == letter && wanted[j - 1] == letters.get(depth - 1)) {
                row[j] = Math.min(row[j], rows.get(depth - 1)[j - 2] + 1);
            }
        }
        return row;
    }

    private static void cut(List<int[]> rows, List<Integer> letters, int depth) {
        rows.subList(depth + 1, rows.size()).clear();
        letters.subList(depth, letters.size()).clear();
    }

    /** How many letters of a token stand before that character. */
    private static int depth(String token, int start, int end) {
        int depth = 0;
        for (int i = start; i < end; ) {
            int letter = token.codePointAt(i);
            i += Character.charCount(letter);
            if (letter != BLANK) {
                depth++;
            }
        }
        return depth;
    }

    private static int common(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int i = 0;
        while (i < most && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i > 0 && i < b.length() && Character.isLowSurrogate(b.charAt(i)) ? i - 1 : i;
    }
}
