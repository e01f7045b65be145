package org.cityapi.domain.imports;

/** How far an import has come. */
public enum ImportState {
    /** Its file is there, others are before it. */
    QUEUED,
    RUNNING,
    /** What it was to do is done. */
    SUCCEEDED,
    /** Nothing of it is stored; the faults say why. */
    FAILED,
    /** Somebody ended it before it was done; nothing of it is stored. */
    CANCELLED,
    /** It had succeeded, and was taken back. */
    UNDONE;

    /** Whether it is not yet over. */
    public boolean isOpen() {
        return this == QUEUED || this == RUNNING;
    }
}
