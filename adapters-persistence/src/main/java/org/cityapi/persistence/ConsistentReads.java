package org.cityapi.persistence;

/** Runs several statements that must see one state of the database. */
public interface ConsistentReads {

    /** In the transaction that is open on the thread, else in one of their own. */
    <T> T inOneState(Statements<T> statements);
}
