package org.cityapi.domain.imports;

/**
 * Names an import for good; the store assigns it.
 *
 * @param value from 1 to 2^63 - 1
 */
public record ImportId(long value) {

    /** @throws IllegalArgumentException when the value is not positive */
    public ImportId {
        if (value < 1) {
            throw new IllegalArgumentException("Not an import's id: " + value);
        }
    }
}
