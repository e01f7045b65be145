package org.cityapi.domain.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.session.Sessions;
import org.cityapi.domain.user.UserId;

/** Sessions in memory. */
public final class MemorySessions implements Sessions {

    private final MemoryStore store;

    MemorySessions(MemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(Session session) {
        store.change(state -> state.sessions.put(session.id(), session));
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(store.seen().sessions.get(id));
    }

    @Override
    public List<Session> of(UserId user) {
        return store.seen().sessions.values().stream()
                .filter(session -> session.user().equals(user))
                .sorted(Comparator.comparing(Session::usedAt)
                        .reversed()
                        .thenComparing(session -> session.id().value()))
                .toList();
    }

    @Override
    public void used(SessionId id, Instant at) {
        store.change(state -> state.sessions.computeIfPresent(
                id,
                (same, session) -> new Session(
                        id,
                        session.user(),
                        session.provider(),
                        session.granted(),
                        session.client(),
                        session.startedAt(),
                        at)));
    }

    @Override
    public boolean end(SessionId id) {
        return endIf(session -> session.id().equals(id)) > 0;
    }

    @Override
    public int endAllBut(UserId user, SessionId kept) {
        return endIf(session -> session.user().equals(user) && !session.id().equals(kept));
    }

    @Override
    public int endAll(UserId user) {
        return endIf(session -> session.user().equals(user));
    }

    @Override
    public int forget(Instant startedBefore, Instant usedBefore) {
        return endIf(session ->
                session.startedAt().isBefore(startedBefore) || session.usedAt().isBefore(usedBefore));
    }

    private int endIf(Predicate<Session> ends) {
        return store.change(state -> {
            int before = state.sessions.size();
            state.sessions.values().removeIf(ends);
            return before - state.sessions.size();
        });
    }
}
