package org.cityapi.domain.rejection;

/** A thing that counts its changes. */
public interface Versioned {

    /** 1 when it is made, and one more with each change. */
    long version();
}
