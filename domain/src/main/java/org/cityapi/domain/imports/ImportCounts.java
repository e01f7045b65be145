package org.cityapi.domain.imports;

/**
 * How much was done; of a dry run, how much would be.
 *
 * @param bytes of the file as it was sent, that were read
 * @param rows that were read
 */
public record ImportCounts(long bytes, long rows, long inserted, long updated, long unchanged, long rejected) {

    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0);

    /** The same, when no row that was refused is kept, either. */
    public ImportCounts withoutRows() {
        return new ImportCounts(bytes, rows, 0, 0, 0, 0);
    }

    /** What is stored when nothing is. */
    public ImportCounts withoutEffect() {
        return new ImportCounts(bytes, rows, 0, 0, 0, rejected);
    }
}
