package org.cityapi.persistence;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.cityapi.domain.rejection.Dependency.WRITER;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that write run on the pool {@code writer}, those that read on {@code reader}, or on another that a thread
 * names. Every statement of this package runs in {@link #query}, {@link #update} (within a unit of work that writes) or
 * {@link #aside}: what is told of imports waits for nobody, and is written on {@code reader} where the database takes
 * several writes at a time.
 */
@Singleton
final class JdbcUnitOfWork implements UnitOfWork, ConsistentReads, ReadsElsewhere {

    /** Milliseconds that a write waits for its turn. */
    private static final int PATIENCE = 1_000;

    /** Milliseconds that a write waits for its turn while somebody stores a large file. */
    private static final int PATIENCE_ASIDE = 30_000;

    /** Milliseconds after which no write begins: clients are answered within two seconds. */
    private static final int BEGUN_WITHIN = 1_800;

    private final ConnectionOperations<Connection> reader;
    private final ConnectionOperations<Connection> writer;
    private final Dialect dialect;
    private final Turns turns;
    // Not static: two databases in one process do not share their transactions.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Transaction> open = new ThreadLocal<>();

    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable ConnectionOperations<Connection>> elsewhere = new ThreadLocal<>();

    JdbcUnitOfWork(
            @Named("reader") ConnectionOperations<Connection> reader,
            @Named("writer") ConnectionOperations<Connection> writer,
            Dialect dialect) {
        this.reader = reader;
        this.writer = writer;
        this.dialect = dialect;
        turns = new Turns(dialect.writers(), PATIENCE, WRITER);
    }

    @Override
    public <T> T write(Supplier<T> work) {
        Transaction joined = open.get();
        if (joined != null) {
            return joined.join(work);
        }
        long end = System.nanoTime() + MILLISECONDS.toNanos(BEGUN_WITHIN);
        return turns.take(() -> inTransaction(writer, () -> beginWrite(end), true, work));
    }

    /** Waits for other nodes as long as is left of the time in which a write must begin. */
    private String beginWrite(long end) {
        long left = NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new Rejection.Unavailable(WRITER, new TimeoutException("No write began for " + BEGUN_WITHIN + " ms"));
        }
        return dialect.beginWrite(left);
    }

    @Override
    public <T> T read(Supplier<T> work) {
        Transaction joined = open.get();
        return joined == null ? inTransaction(readers(), dialect::beginRead, false, work) : joined.join(work);
    }

    /** Runs statements that only read. */
    <T> T query(Statements<T> statements) {
        Transaction joined = open.get();
        return joined == null ? on(readers(), statements) : within(joined, statements);
    }

    @Override
    public <T> T inOneState(Statements<T> statements) {
        return read(() -> query(statements));
    }

    @Override
    public boolean isWithinWork() {
        return open.get() != null;
    }

    @Override
    public <T> T elsewhere(ConnectionOperations<Connection> pool, Supplier<T> reads) {
        ConnectionOperations<Connection> outer = elsewhere.get();
        elsewhere.set(pool);
        try {
            return reads.get();
        } finally {
            elsewhere.set(outer);
        }
    }

    private ConnectionOperations<Connection> readers() {
        ConnectionOperations<Connection> other = elsewhere.get();
        return other == null ? reader : other;
    }

    /** Runs statements that write. */
    <T> T update(Statements<T> statements) {
        return within(writing(), statements);
    }

    private Transaction writing() {
        Transaction joined = open.get();
        if (joined == null || !joined.writes()) {
            throw new IllegalStateException("A write needs a unit of work that writes");
        }
        return joined;
    }

    /** Lets something be done when the unit of work that writes is over, and before its writer hears of it. */
    void afterwards(Runnable done) {
        writing().afterwards(done);
    }

    /**
     * Runs statements that write, and whose place among the writes of others does not matter: in the unit of work that is
     * open, else by themselves. A database that takes one write at a time lets them wait for the others.
     */
    <T> T aside(Statements<T> statements) {
        if (open.get() != null) {
            return update(statements);
        }
        if (!dialect.takesOneWriteAtATime()) {
            return on(reader, statements);
        }
        long end = System.nanoTime() + MILLISECONDS.toNanos(PATIENCE_ASIDE);
        while (true) {
            try {
                return write(() -> update(statements));
            } catch (Rejection.Unavailable busy) {
                if (System.nanoTime() > end || busy.getCause() instanceof SQLException) {
                    throw busy;
                }
            }
        }
    }

    private <T> T inTransaction(
            ConnectionOperations<Connection> pool, Supplier<String> begin, boolean writes, Supplier<T> work) {
        return on(pool, connection -> {
            String first = begin.get();
            Transaction transaction = new Transaction(connection, writes);
            open.set(transaction);
            try {
                // A beginning of several statements may fail when the transaction is open already.
                Transaction.execute(connection, first);
                T result = work.get();
                transaction.commit(dialect);
                return result;
            } catch (Throwable failure) {
                Transaction.rollBack(connection, failure);
                throw failure;
            } finally {
                open.remove();
                transaction.end();
            }
        });
    }

    private <T> T on(ConnectionOperations<Connection> pool, Statements<T> statements) {
        try {
            return pool.execute(ConnectionDefinition.DEFAULT, status -> run(status.getConnection(), statements));
        } catch (CannotGetJdbcConnectionException e) {
            throw new Rejection.Unavailable(e);
        }
    }

    private <T> T within(Transaction transaction, Statements<T> statements) {
        return transaction.run(() -> run(transaction.connection(), statements));
    }

    private <T> T run(Connection connection, Statements<T> statements) {
        try {
            return statements.run(connection);
        } catch (SQLException e) {
            throw dialect.refusal(e);
        }
    }
}
