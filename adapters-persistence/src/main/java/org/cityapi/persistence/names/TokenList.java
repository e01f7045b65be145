package org.cityapi.persistence.names;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Tokens in the order of their UTF-8 bytes, which is that of the databases; in a quarter of the room that texts would take. */
public final class TokenList {

    private final byte[] bytes;

    /** Where each token begins, and where the last one ends. */
    private final int[] starts;

    private TokenList(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
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

    /** Where the text of a token begins, behind the mark of a main name. */
    int textStart(int token) {
        int start = starts[token];
        return bytes[start] == Tokens.MAIN ? start + 1 : start;
    }

    /** Where the text of a token ends, before the mark of an other name. */
    int textEnd(int token) {
        int end = starts[token + 1];
        return bytes[end - 1] == Tokens.OTHER ? end - 1 : end;
    }

    /** Whether it has such a sign, which is one byte. */
    boolean holds(int token, char sign) {
        for (int at = starts[token]; at < starts[token + 1]; at++) {
            if (bytes[at] == sign) {
                return true;
            }
        }
        return false;
    }

    /** How many bytes the texts of two tokens have in common from their beginnings on. */
    int commonBeginning(int one, int other) {
        int start = textStart(one);
        int different = Arrays.mismatch(bytes, start, textEnd(one), bytes, textStart(other), textEnd(other));
        return different < 0 ? textEnd(one) - start : different;
    }

    /** How many bytes the texts of two tokens have in common from their ends on. */
    int commonEnding(int one, int other) {
        int a = textEnd(one);
        int b = textEnd(other);
        int most = Math.min(a - textStart(one), b - textStart(other));
        int common = 0;
        while (common < most && bytes[a - common - 1] == bytes[b - common - 1]) {
            common++;
        }
        return common;
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
