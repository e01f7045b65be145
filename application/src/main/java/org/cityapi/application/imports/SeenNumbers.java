package org.cityapi.application.imports;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.rejection.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from 0 on that a file has told, so that none is told twice; in little memory, for a file may have millions. A
 * table with a bit for each number, sixty-four of them a place: half a byte a number where they lie close together.
 */
final class SeenNumbers {

    /** 64 MB; two million numbers that lie far apart from each other. */
    static final int MOST_PLACES = 1 << 22;

    private static final int PER_PLACE = 6;

    /** Odd, and nobody's to foresee: else somebody could make numbers that all want one place. */
    private final long mix = ThreadLocalRandom.current().nextLong() | 1;

    private long[] keys = new long[1 << 10];
    private long[] bits = new long[1 << 10];
    private int used;

    /**
     * Notes a number.
     *
     * @param row that tells it; null where none does
     * @return whether it is new
     * @throws BrokenFile when there are too many that lie far apart
     */
    boolean add(long number, @Nullable DraftRow row) {
        int place = place(keys, bits, number >>> PER_PLACE);
        if (bits[place] == 0) {
            if (2 * used >= keys.length) {
                grow(row);
                place = place(keys, bits, number >>> PER_PLACE);
            }
            keys[place] = number >>> PER_PLACE;
            used++;
        }
        long bit = 1L << number;
        boolean isNew = (bits[place] & bit) == 0;
        bits[place] |= bit;
        return isNew;
    }

    boolean contains(long number) {
        return (bits[place(keys, bits, number >>> PER_PLACE)] & (1L << number)) != 0;
    }

    /** Where the key is, or would be. */
    private int place(long[] keys, long[] bits, long key) {
        int mask = keys.length - 1;
        int place = (int) ((key * mix) >>> 32) & mask;
        while (bits[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow(@Nullable DraftRow row) {
        if (keys.length == MOST_PLACES) {
            if (row == null) {
                throw new IllegalStateException("Ids that lie far apart");
            }
            throw new BrokenFile(row.fault("geonameId", Fault.SCATTERED, Map.of("max", MOST_PLACES / 2)));
        }
        long[] moreKeys = new long[2 * keys.length];
        long[] moreBits = new long[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (bits[i] != 0) {
                int place = place(moreKeys, moreBits, keys[i]);
                moreKeys[place] = keys[i];
                moreBits[place] = bits[i];
            }
        }
        keys = moreKeys;
        bits = moreBits;
    }
}
