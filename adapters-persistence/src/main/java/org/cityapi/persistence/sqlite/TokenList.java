package org.cityapi.persistence.sqlite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/** Tokens in the order of their UTF-8 bytes, which is that of SQLite; in a quarter of the room that texts would take. */
final class TokenList {

    private final byte[] bytes;

    /** Where each token begins, and where the last one ends. */
    private final int[] starts;

    private TokenList(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /** Takes tokens one by one, in order. */
    static final class Builder {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int[] starts = new int[1024];
        private int size;

        void add(String token) {
            size++;
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
            }
            bytes.writeBytes(utf8(token));
            starts[size] = bytes.size();
        }

        TokenList build() {
            return new TokenList(bytes.toByteArray(), Arrays.copyOf(starts, size + 1));
        }
    }

    static TokenList of(Collection<String> tokens) {
        TreeSet<String> ordered = new TreeSet<>((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
        ordered.addAll(tokens);
        Builder builder = new Builder();
        ordered.forEach(builder::add);
        return builder.build();
    }

    int size() {
        return starts.length - 1;
    }

    String get(int at) {
        return new String(bytes, starts[at], starts[at + 1] - starts[at], StandardCharsets.UTF_8);
    }

    /** The first token that is not before this one. */
    int from(String token) {
        return first(0, utf8(token), false);
    }

    /** The first token, from a place on, that comes after all that begin like this. */
    int after(String start, int least) {
        return first(least, utf8(start), true);
    }

    private int first(int least, byte[] wanted, boolean beyond) {
        int low = least;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int end = beyond ? Math.min(starts[middle + 1], starts[middle] + wanted.length) : starts[middle + 1];
            int order = Arrays.compareUnsigned(bytes, starts[middle], end, wanted, 0, wanted.length);
            if (order < 0 || (beyond && order == 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static byte[] utf8(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
