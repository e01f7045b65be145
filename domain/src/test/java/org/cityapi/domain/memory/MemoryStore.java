package org.cityapi.domain.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.idempotency.IdempotencyKey;
import org.cityapi.domain.idempotency.KeptWrite;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.memory.MemoryImportJobs.KeptJob;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.session.SignInAttempt;
import org.cityapi.domain.token.ApiToken;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;

/**
 * What the in-memory ports keep together: one committed state, and for each thread the transaction that is open on it.
 *
 * <p>A write works on a copy, which takes the place of the committed state when the work returns; so readers see the
 * state that they began with. One write runs at a time.
 */
final class MemoryStore {

    private final ReentrantLock writing = new ReentrantLock();

    @SuppressWarnings("ThreadLocalUsage") // one for each store
    private final ThreadLocal<Transaction> open = new ThreadLocal<>();

    private final AtomicLong lastId = new AtomicLong();
    private volatile State committed = new State();

    /** All that is kept at one moment. */
    static final class State {
        final NavigableMap<CityId, City> cities = new TreeMap<>();
        final List<Change> changes = new ArrayList<>();
        final Map<UserId, User> users = new HashMap<>();
        final Map<SessionId, Session> sessions = new HashMap<>();
        final Map<String, SignInAttempt> attempts = new HashMap<>();
        final Map<String, ApiToken> tokens = new HashMap<>();
        final Map<IdempotencyKey, KeptWrite> keptWrites = new HashMap<>();
        final Map<ImportId, KeptJob> imports = new HashMap<>();
        final Map<DraftId, ImportDraft> drafts = new HashMap<>();

        private State copy() {
            State copy = new State();
            copy.cities.putAll(cities);
            copy.changes.addAll(changes);
            copy.users.putAll(users);
            copy.sessions.putAll(sessions);
            copy.attempts.putAll(attempts);
            copy.tokens.putAll(tokens);
            copy.keptWrites.putAll(keptWrites);
            copy.imports.putAll(imports);
            copy.drafts.putAll(drafts);
            return copy;
        }
    }

    private static final class Transaction {
        private final State state;
        private final boolean readOnly;
        private boolean lost;

        private Transaction(State state, boolean readOnly) {
            this.state = state;
            this.readOnly = readOnly;
        }

        private void refuseIfLost() {
            if (lost) {
                throw new IllegalStateException("Something in this work failed before; all of it is taken back");
            }
        }
    }

    /** Whether a transaction is open on the thread. */
    boolean isOpen() {
        return open.get() != null;
    }

    /** The state that the thread sees. */
    State seen() {
        Transaction transaction = open.get();
        if (transaction == null) {
            return committed;
        }
        transaction.refuseIfLost();
        return transaction.state;
    }

    /** Changes the state that the thread sees; a change that fails, but for what it finds there, loses the work. */
    <T> T change(Function<State, T> change) {
        Transaction transaction = open.get();
        if (transaction == null || transaction.readOnly) {
            throw new IllegalStateException("A write needs a unit of work that writes");
        }
        transaction.refuseIfLost();
        try {
            return change.apply(transaction.state);
        } catch (Rejection.Stale | Rejection.NotFound found) {
            throw found;
        } catch (Throwable failure) {
            transaction.lost = true;
            throw failure;
        }
    }

    /** An id that was never handed out. */
    CityId nextId() {
        return new CityId(lastId.incrementAndGet());
    }

    <T> T write(Supplier<T> work) {
        if (open.get() != null) {
            return join(work);
        }
        writing.lock();
        try {
            Transaction transaction = new Transaction(committed.copy(), false);
            T result = run(transaction, work);
            transaction.refuseIfLost();
            committed = transaction.state;
            return result;
        } finally {
            writing.unlock();
        }
    }

    <T> T read(Supplier<T> work) {
        return open.get() != null ? join(work) : run(new Transaction(committed, true), work);
    }

    private <T> T run(Transaction transaction, Supplier<T> work) {
        open.set(transaction);
        try {
            return work.get();
        } finally {
            open.remove();
        }
    }

    private <T> T join(Supplier<T> work) {
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            open.get().lost |= !done;
        }
    }
}
