package org.cityapi.domain.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A name as it is sorted: compared byte by byte, unsigned, it gives the order that people expect of names, the same on
 * every database. A release of Java that knows more letters than the one before may order those anew.
 *
 * <p>The folded name comes first, so that Álvaro stands beside Alvaro; the name itself, decomposed, decides between
 * names that fold alike. A byte lower than any in the folded name parts the two. Few names are so odd that both together
 * have more than {@value #MOST} bytes, which no index takes: those that begin alike for so long are in no order that means
 * something, but in the same one everywhere.
 */
public final class SortKey implements Comparable<SortKey> {

    private static final char SEPARATOR = '\u0001';

    /** A third of a page of PostgreSQL, which an entry of an index may take, has room for more (2,704 bytes). */
    static final int MOST = 2_000;

    private final byte[] bytes;

    private SortKey(byte[] bytes) {
        this.bytes = bytes;
    }

    public static SortKey of(String name) {
        String exact = Normalizer.normalize(name, Normalizer.Form.NFD);
        return new SortKey(bounded((Folding.fold(name) + SEPARATOR + exact).getBytes(StandardCharsets.UTF_8)));
    }

    /** Its beginning, and a digest of it all, where it is too long. */
    private static byte[] bounded(byte[] key) {
        if (key.length <= MOST) {
            return key;
        }
        byte[] digest = Digest.of(key).getBytes(StandardCharsets.US_ASCII);
        byte[] bounded = Arrays.copyOf(key, MOST);
        System.arraycopy(digest, 0, bounded, MOST - digest.length, digest.length);
        return bounded;
    }

    /** A key as it was stored. */
    public static SortKey ofBytes(byte[] stored) {
        return new SortKey(stored.clone());
    }

    /** The bytes to store. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(SortKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SortKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
