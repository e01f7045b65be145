package org.cityapi.persistence.sqlite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/** Tokens in the order of their UTF-8 bytes, which is that of SQLite; in a quarter of the room that texts would take. */
final class TokenList {

    private static final int MOST_SHARED = 255;

    /** So many tokens are looked at one by one before the search goes on in leaps. */
    private static final int NEAR = 64;

    private final byte[] bytes;

    /** Where each token begins, and where the last one ends. */
    private final int[] starts;

    /** How many bytes each token has in common with the one before it; {@value #MOST_SHARED} for more. */
    private final byte[] shared;

    private TokenList(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
        this.shared = new byte[starts.length];
        for (int at = 1; at < size(); at++) {
            shared[at] = (byte) Math.min(MOST_SHARED, common(at - 1, at));
        }
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
        return first(0, size(), utf8(token), false);
    }

    /** All tokens, one behind the other. */
    byte[] bytes() {
        return bytes;
    }

    /** Where a token begins among the bytes, and the one before it ends. */
    int start(int at) {
        return starts[at];
    }

    /** How many bytes, or more, a token has in common with the one before it. */
    int shared(int at) {
        return shared[at] & 0xFF;
    }

    private int common(int one, int other) {
        int different = Arrays.mismatch(bytes, starts[one], starts[one + 1], bytes, starts[other], starts[other + 1]);
        return different < 0 ? starts[one + 1] - starts[one] : different;
    }

    /** The first token, from a place on, that comes after all that begin like this. */
    int after(String start, int least) {
        return after(utf8(start), least);
    }

    /** The first after a token that does not begin with so many of its bytes. */
    int after(int at, int length) {
        int next = at + 1;
        while (next < size() && shared(next) >= length) {
            if (next - at == NEAR) {
                return after(Arrays.copyOfRange(bytes, starts[at], starts[at] + length), next);
            }
            next++;
        }
        return next;
    }

    private int after(byte[] begin, int least) {
        int step = 1;
        while (least + step < size() && beginsAtOrBefore(least + step, begin)) {
            step *= 2;
        }
        return first(least + step / 2, Math.min(size(), least + step), begin, true);
    }

    private boolean beginsAtOrBefore(int at, byte[] wanted) {
        int end = Math.min(starts[at + 1], starts[at] + wanted.length);
        return Arrays.compareUnsigned(bytes, starts[at], end, wanted, 0, wanted.length) <= 0;
    }

    private int first(int least, int most, byte[] wanted, boolean beyond) {
        int low = least;
        int high = most;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = beyond
                    ? beginsAtOrBefore(middle, wanted)
                    : Arrays.compareUnsigned(bytes, starts[middle], starts[middle + 1], wanted, 0, wanted.length) < 0;
            if (before) {
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
