package org.cityapi.application.imports;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.jspecify.annotations.Nullable;

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
     * @param row that tells it; null where none does
     * @return whether it is new
     * @throws BrokenFile when there are too many large ones
     */
    boolean add(long number, @Nullable DraftRow row) {
        if (number < DENSE) {
            boolean seen = dense.get((int) number);
            dense.set((int) number);
            return !seen;
        }
        if (sparse.size() == MOST_SPARSE && !sparse.contains(number)) {
            Map<String, Object> details = Map.of("max", MOST_SPARSE);
            throw new BrokenFile(
                    row == null
                            ? RowFault.of(0, Fault.TOO_MANY, details)
                            : row.fault("geonameId", Fault.TOO_MANY, details));
        }
        return sparse.add(number);
    }

    boolean contains(long number) {
        return number < DENSE ? dense.get((int) number) : sparse.contains(number);
    }
}
