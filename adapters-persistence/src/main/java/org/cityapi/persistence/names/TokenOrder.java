package org.cityapi.persistence.names;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/** Some tokens in an order in which those that are alike on one side stand together; the marks of whole names are not looked at. */
final class TokenOrder {

    /** Bits of a token's number; those above hold four of its bytes. */
    private static final int NUMBER_BITS = Integer.SIZE - 1;

    private static final int BYTES = 4;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    private final int[] order;
    private final CommonBytes common;

    private TokenOrder(int[] order, IntBinaryOperator common) {
        this.order = order;
        this.common = new CommonBytes(order.length, at -> common.applyAsInt(order[at - 1], order[at]));
    }

    /**
     * As they stand in the list.
     *
     * @param numbers of the tokens, in order
     */
    static TokenOrder byBeginnings(TokenList tokens, IntStream numbers) {
        return new TokenOrder(numbers.toArray(), tokens::commonBeginning);
    }

    /** In the order of their bytes from the last to the first. */
    static TokenOrder byEndings(TokenList tokens, IntStream numbers) {
        long[] keys = numbers.asLongStream().toArray();
        sort(tokens, keys, 0, keys.length, 0);
        int[] order = Arrays.stream(keys).mapToInt(key -> (int) (key & NUMBER)).toArray();
        return new TokenOrder(order, tokens::commonEnding);
    }

    int size() {
        return order.length;
    }

    /** Which token of the list stands there. */
    int token(int at) {
        return order[at];
    }

    /** How many bytes, or more, a token has in common with the one before it, on the side that is looked at first. */
    int common(int at) {
        return common.at(at);
    }

    /** The first behind a token that has not so many bytes in common with it, or one before that. */
    int after(int at, int bytes) {
        return common.after(at, bytes);
    }

    /** Sorts by a few bytes, then what has these in common by the next ones: numbers alone, no objects. */
    private static void sort(TokenList tokens, long[] keys, int from, int to, int depth) {
        for (int at = from; at < to; at++) {
            int number = (int) (keys[at] & NUMBER);
            keys[at] = bytes(tokens, number, depth) << NUMBER_BITS | number;
        }
        Arrays.sort(keys, from, to);
        int start = from;
        for (int at = from + 1; at <= to; at++) {
            if (at == to || keys[at] >>> NUMBER_BITS != keys[start] >>> NUMBER_BITS) {
                if (at - start > 1 && keys[start] >>> NUMBER_BITS != 0) {
                    sort(tokens, keys, start, at, depth + BYTES);
                }
                start = at;
            }
        }
    }

    /** The next bytes of a token from its end on, 0 beyond its beginning. */
    private static long bytes(TokenList tokens, int number, int depth) {
        int first = tokens.textStart(number);
        int at = tokens.textEnd(number) - depth;
        long bytes = 0;
        for (int i = 0; i < BYTES; i++) {
            at--;
            bytes = bytes << Byte.SIZE | (at < first ? 0 : tokens.bytes()[at] & 0xFF);
        }
        return bytes;
    }
}
