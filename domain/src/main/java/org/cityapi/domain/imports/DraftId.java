package org.cityapi.domain.imports;

/**
 * Names a draft of an import for good; the store assigns it.
 *
 * @param value from 1 to 2^63 - 1
 */
public record DraftId(long value) {

    /** @throws IllegalArgumentException when the value is not positive */
    public DraftId {
        if (value < 1) {
            throw new IllegalArgumentException("Not a draft's id: " + value);
        }
    }
}
