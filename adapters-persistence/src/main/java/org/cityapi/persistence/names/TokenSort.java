package org.cityapi.persistence.names;

import java.util.Arrays;

/** Sorts tokens by their texts, read from one side: numbers alone, no objects. */
final class TokenSort {

    /** Bits of a token's number; those above hold four of its bytes. */
    private static final int NUMBER_BITS = Integer.SIZE - 1;

    private static final int BYTES = 4;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    private TokenSort() {}

    /** In the order of their bytes, a text before those that it begins (or ends). */
    static int[] sorted(TokenList tokens, boolean endings, int[] numbers) {
        long[] keys = Arrays.stream(numbers).asLongStream().toArray();
        sort(tokens, endings, keys, 0, keys.length, 0);
        return Arrays.stream(keys).mapToInt(key -> (int) (key & NUMBER)).toArray();
    }

    /** Sorts by a few bytes, then what has these in common by the next ones. */
    private static void sort(TokenList tokens, boolean endings, long[] keys, int from, int to, int depth) {
        for (int at = from; at < to; at++) {
            int number = (int) (keys[at] & NUMBER);
            keys[at] = tokens.bytes(number, endings, depth, BYTES) << NUMBER_BITS | number;
        }
        Arrays.sort(keys, from, to);
        int start = from;
        for (int at = from + 1; at <= to; at++) {
            if (at == to || keys[at] >>> NUMBER_BITS != keys[start] >>> NUMBER_BITS) {
                if (at - start > 1 && keys[start] >>> NUMBER_BITS != 0) {
                    sort(tokens, endings, keys, start, at, depth + BYTES);
                }
                start = at;
            }
        }
    }
}
