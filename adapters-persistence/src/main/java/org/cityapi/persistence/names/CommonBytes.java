package org.cityapi.persistence.names;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** How many bytes each of many ordered tokens has in common with the one before it; and where so many end. */
final class CommonBytes {

    private static final int MOST = 255;

    /** Each level holds the least of so many of the level below. */
    private static final int LEAP = 64;

    private final byte[] each;
    private final byte[] leasts;
    private final byte[] leastsOfLeasts;

    /**
     * @param size how many tokens there are
     * @param common tells of each but the first
     */
    CommonBytes(int size, IntUnaryOperator common) {
        each = new byte[size];
        for (int at = 1; at < size; at++) {
            each[at] = (byte) Math.min(MOST, common.applyAsInt(at));
        }
        leasts = leasts(each);
        leastsOfLeasts = leasts(leasts);
    }

    private static byte[] leasts(byte[] of) {
        byte[] leasts = new byte[(of.length + LEAP - 1) / LEAP];
        Arrays.fill(leasts, (byte) MOST);
        for (int at = 0; at < of.length; at++) {
            leasts[at / LEAP] = (byte) Math.min(leasts[at / LEAP] & 0xFF, of[at] & 0xFF);
        }
        return leasts;
    }

    /** As many, or more where they are {@value #MOST}. */
    int at(int at) {
        return each[at] & 0xFF;
    }

    /** The first behind a token that does not begin with so many of its bytes, or one before that; the size when none. */
    int after(int at, int bytes) {
        int next = at + 1;
        while (next < each.length && at(next) >= bytes) {
            next++;
            if (next % LEAP == 0) {
                next = leap(next, bytes);
            }
        }
        return Math.min(next, each.length);
    }

    /** From the beginning of a leap to that of one in which the place is. */
    private int leap(int from, int bytes) {
        int leap = from / LEAP;
        while (leap < leasts.length && (leasts[leap] & 0xFF) >= bytes) {
            leap++;
            while (leap % LEAP == 0
                    && leap / LEAP < leastsOfLeasts.length
                    && (leastsOfLeasts[leap / LEAP] & 0xFF) >= bytes) {
                leap += LEAP;
            }
        }
        return leap * LEAP;
    }
}
