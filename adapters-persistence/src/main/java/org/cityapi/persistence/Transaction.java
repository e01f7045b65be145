package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;

/** A transaction that is open on a thread; lost once something in it failed, whoever catches the failure. */
final class Transaction {

    private final Connection connection;
    private final boolean writes;
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean lost;

    Transaction(Connection connection, boolean writes) {
        this.connection = connection;
        this.writes = writes;
    }

    Connection connection() {
        return connection;
    }

    boolean writes() {
        return writes;
    }

    void afterwards(Runnable done) {
        afterwards.add(done);
    }

    /** Does what is to be done when it is over, committed or taken back. */
    void end() {
        afterwards.forEach(Runnable::run);
    }

    /** Runs work within the work. */
    <T> T join(Supplier<T> work) {
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            lost |= !done;
        }
    }

    /**
     * Runs statements of a port. PostgreSQL ends a transaction in which one failed; SQLite does so when the disk is full,
     * and would keep each of the next statements by itself.
     */
    <T> T run(Supplier<T> statements) {
        refuseIfLost();
        try {
            return statements.get();
        } catch (Rejection.Stale | Rejection.NotFound found) {
            // Found by looking: no statement failed.
            throw found;
        } catch (Throwable failure) {
            lost = true;
            throw failure;
        }
    }

    private void refuseIfLost() {
        if (lost) {
            throw new IllegalStateException("Something in this work failed before; all of it is taken back");
        }
    }

    /** @throws Rejection.Unavailable of {@link Dependency#OUTCOME} when it wrote, and nobody hears whether that stays */
    void commit(Dialect dialect) throws SQLException {
        refuseIfLost();
        try {
            execute(connection, "COMMIT");
        } catch (SQLException failure) {
            if (writes && dialect.isBroken(failure)) {
                throw new Rejection.Unavailable(Dependency.OUTCOME, failure);
            }
            throw failure;
        }
    }

    static void rollBack(Connection connection, Throwable failure) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException alsoFailed) {
            // SQLite takes a transaction back by itself when the disk is full or fails: then none is left to take back
            failure.addSuppressed(alsoFailed);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
