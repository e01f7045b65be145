package org.cityapi.persistence.names;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Tokens of one kind in the order of their bytes from the last to the first. */
final class Endings implements TokenOrder {

    /** Bits of a token's number; those above hold four of its bytes. */
    private static final int NUMBER_BITS = Integer.SIZE - 1;

    private static final int BYTES = 4;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    private final TokenList tokens;

    /** The bytes before it, which all tokens of the kind have in common, take no part. */
    private final int passed;

    private final int[] order;
    private final CommonBytes common;

    /** @param numbers of the tokens */
    Endings(TokenList tokens, int passed, IntStream numbers) {
        this.tokens = tokens;
        this.passed = passed;
        long[] keys = numbers.asLongStream().toArray();
        sort(keys, 0, keys.length, 0);
        this.order = new int[keys.length];
        for (int at = 0; at < keys.length; at++) {
            order[at] = (int) (keys[at] & NUMBER);
        }
        this.common = new CommonBytes(order.length, at -> common(order[at - 1], order[at]));
    }

    int size() {
        return order.length;
    }

    @Override
    public int token(int at) {
        return order[at];
    }

    @Override
    public int common(int at) {
        return common.at(at);
    }

    @Override
    public int after(int at, int bytes) {
        return common.after(at, bytes);
    }

    /** Sorts by a few bytes, then what has these in common by the next ones: numbers alone, no objects. */
    private void sort(long[] keys, int from, int to, int depth) {
        for (int at = from; at < to; at++) {
            int number = (int) (keys[at] & NUMBER);
            keys[at] = bytes(number, depth) << NUMBER_BITS | number;
        }
        Arrays.sort(keys, from, to);
        int start = from;
        for (int at = from + 1; at <= to; at++) {
            if (at == to || keys[at] >>> NUMBER_BITS != keys[start] >>> NUMBER_BITS) {
                if (at - start > 1) {
                    sort(keys, start, at, depth + BYTES);
                }
                start = at;
            }
        }
    }

    /** The next bytes of a token from its end on, 0 beyond its beginning. */
    private long bytes(int number, int depth) {
        int first = tokens.start(number) + passed;
        int at = tokens.start(number + 1) - depth;
        long bytes = 0;
        for (int i = 0; i < BYTES; i++) {
            at--;
            bytes = bytes << Byte.SIZE | (at < first ? 0 : tokens.bytes()[at] & 0xFF);
        }
        return bytes;
    }

    private int common(int one, int other) {
        int common = 0;
        int a = tokens.start(one + 1) - 1;
        int b = tokens.start(other + 1) - 1;
        int most = Math.min(a - tokens.start(one), b - tokens.start(other)) + 1 - passed;
        while (common < most && tokens.bytes()[a - common] == tokens.bytes()[b - common]) {
            common++;
        }
        return common;
    }
}
