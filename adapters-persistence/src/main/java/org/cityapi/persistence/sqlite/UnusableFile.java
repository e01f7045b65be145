package org.cityapi.persistence.sqlite;

/** A file that cannot hold the register; the message is one sentence for the operator. */
public final class UnusableFile extends RuntimeException {

    UnusableFile(String reason) {
        super(reason);
    }
}
