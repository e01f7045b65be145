package org.cityapi.application.imports;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;

/** Numbers that a file has told, so that none is told twice; in little memory, for a file may have millions. */
final class SeenNumbers {

    /** Up to here a number takes a bit: all of GeoNames' do, and all ids of a register of 268 million cities. */
    private static final long DENSE = 1L << 28;

    /** How many larger ones are remembered. */
    private static final int MOST_SPARSE = 500_000;

    private final BitSet dense = new BitSet();
    private final Set<Long> sparse = new HashSet<>();

    /**
     * Notes a number.
     *
     * @return whether it is new
     * @throws BrokenFile when there are too many large ones
     */
    boolean add(long number, long line) {
        if (number < DENSE) {
            boolean seen = dense.get((int) number);
            dense.set((int) number);
            return !seen;
        }
        if (sparse.size() == MOST_SPARSE && !sparse.contains(number)) {
            RowFault fault =
                    new RowFault(line, "geonameId", String.valueOf(number), Fault.TOO_MANY, Map.of("max", MOST_SPARSE));
            throw new BrokenFile(List.of(fault));
        }
        return sparse.add(number);
    }

    boolean contains(long number) {
        return number < DENSE ? dense.get((int) number) : sparse.contains(number);
    }
}
