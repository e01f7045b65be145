package org.cityapi.persistence;

/** A database that cannot hold the register; the message is one sentence for the operator, without a password. */
public final class UnusableDatabase extends RuntimeException {

    public UnusableDatabase(String reason) {
        super(reason);
    }
}
