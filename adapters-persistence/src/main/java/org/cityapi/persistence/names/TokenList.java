package org.cityapi.persistence.names;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Tokens in the order of their UTF-8 bytes, which is that of the databases; in a quarter of the room that texts would take. */
public final class TokenList {

    /** What follows the last letter. */
    static final int NO_LETTER = -1;

    private final byte[] bytes;

    /** Where each token begins, and where the last one ends. */
    private final int[] starts;

    private final long lastNumber;

    private TokenList(byte[] bytes, int[] starts, long lastNumber) {
        this.bytes = bytes;
        this.starts = starts;
        this.lastNumber = lastNumber;
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
            return build(0);
        }

        /** @param lastNumber the last one in the table {@code city_token} before they were read */
        TokenList build(long lastNumber) {
            return new TokenList(bytes.toByteArray(), Arrays.copyOf(starts, size + 1), lastNumber);
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

    /** All tokens that have a number up to this one in the table {@code city_token} are here; 0 where they have none. */
    long lastNumber() {
        return lastNumber;
    }

    int size() {
        return starts.length - 1;
    }

    String get(int token) {
        return new String(bytes, starts[token], starts[token + 1] - starts[token], StandardCharsets.UTF_8);
    }

    byte first(int token) {
        return bytes[starts[token]];
    }

    byte last(int token) {
        return bytes[starts[token + 1] - 1];
    }

    /** How many bytes it has, its marks among them. */
    int length(int token) {
        return starts[token + 1] - starts[token];
    }

    /** Where the text of a token begins, behind the mark of a main name. */
    private int textStart(int token) {
        int start = starts[token];
        return bytes[start] == Tokens.MAIN ? start + 1 : start;
    }

    /** Where the text of a token ends, before the mark of an other name. */
    private int textEnd(int token) {
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

    /** Whether a letter has one byte or two. */
    static boolean isNarrow(int letter) {
        return size(letter) <= 2;
    }

    /** Whether its text has such a letter. */
    boolean hasNarrow(int token) {
        int letter = letter(token, false, 0);
        for (int at = 0; letter != NO_LETTER; letter = letter(token, false, at)) {
            if (isNarrow(letter) && letter != Tokens.BLANK) {
                return true;
            }
            at += size(letter);
        }
        return false;
    }

    /**
     * A letter of the text of a token.
     *
     * @param fromEnd whether the text is read from its last letter to the first
     * @param before how many bytes of it were read
     * @return a code point; {@link #NO_LETTER} when all were
     */
    int letter(int token, boolean fromEnd, int before) {
        int start = textStart(token);
        int end = textEnd(token);
        if (before >= end - start) {
            return NO_LETTER;
        }
        int at = start + before;
        if (fromEnd) {
            at = end - before - 1;
            while ((bytes[at] & 0xC0) == 0x80) {
                at--;
            }
        }
        int first = bytes[at];
        return first >= 0 ? first : letter(at, first < (byte) 0xE0 ? 2 : first < (byte) 0xF0 ? 3 : 4);
    }

    private int letter(int at, int size) {
        int letter = bytes[at] & (0x7F >> size);
        for (int i = 1; i < size; i++) {
            letter = letter << 6 | (bytes[at + i] & 0x3F);
        }
        return letter;
    }

    /** How many bytes a letter has in UTF-8. */
    static int size(int letter) {
        return letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
    }

    /** The next bytes of the text of a token as one number, 0 for those beyond. */
    long bytes(int token, boolean fromEnd, int before, int size) {
        int start = textStart(token);
        int end = textEnd(token);
        long next = 0;
        for (int i = before; i < before + size; i++) {
            next = next << Byte.SIZE | (i >= end - start ? 0 : bytes[fromEnd ? end - 1 - i : start + i] & 0xFF);
        }
        return next;
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
