package org.cityapi.persistence.names;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Tokens in the order of their UTF-8 bytes, which is that of the databases; in a quarter of the room that texts would take. */
public final class TokenList implements TokenOrder {

    private final byte[] bytes;

    /** Where each token begins, and where the last one ends. */
    private final int[] starts;

    private final CommonBytes common;

    private TokenList(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
        this.common = new CommonBytes(size(), at -> common(at - 1, at));
    }

    /** Takes tokens one by one, in order. */
    public static final class Builder {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int[] starts = new int[1024];
        private int size;

        public void add(String token) {
            add(utf8(token));
        }

        private void add(byte[] token) {
            size++;
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
            }
            bytes.writeBytes(token);
            starts[size] = bytes.size();
        }

        public TokenList build() {
            return new TokenList(bytes.toByteArray(), Arrays.copyOf(starts, size + 1));
        }
    }

    static TokenList of(Collection<String> tokens) {
        Builder builder = new Builder();
        tokens.stream()
                .distinct()
                .map(TokenList::utf8)
                .sorted(Arrays::compareUnsigned)
                .forEach(builder::add);
        return builder.build();
    }

    int size() {
        return starts.length - 1;
    }

    String get(int token) {
        return new String(bytes, starts[token], starts[token + 1] - starts[token], StandardCharsets.UTF_8);
    }

    /** All tokens, one behind the other. */
    byte[] bytes() {
        return bytes;
    }

    /** Where a token begins among the bytes, and the one before it ends. */
    int start(int token) {
        return starts[token];
    }

    @Override
    public int token(int at) {
        return at;
    }

    @Override
    public int common(int at) {
        return common.at(at);
    }

    @Override
    public int after(int at, int bytes) {
        return common.after(at, bytes);
    }

    private int common(int one, int other) {
        int different = Arrays.mismatch(bytes, starts[one], starts[one + 1], bytes, starts[other], starts[other + 1]);
        return different < 0 ? starts[one + 1] - starts[one] : different;
    }

    /** The first token that is not before this text. */
    int from(String text) {
        byte[] wanted = utf8(text);
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(bytes, starts[middle], starts[middle + 1], wanted, 0, wanted.length) < 0) {
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
