package org.cityapi.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.user.UserId;

/**
 * Keeps sessions, so that they survive a restart, hold on every node, and end at once when they are ended.
 *
 * <p>All methods join the {@link org.cityapi.domain.UnitOfWork} that is open on the thread, and throw {@link
 * org.cityapi.domain.rejection.Rejection.Unavailable} when the store cannot be reached; those that change something
 * throw an {@link IllegalStateException} outside of work that writes.
 */
public interface Sessions {

    void add(Session session);

    /** The session of that id, over or not; empty when there is none. */
    Optional<Session> find(SessionId id);

    /** The user's sessions, the one that was used last first. */
    List<Session> of(UserId user);

    /** Notes a use; nothing when there is no such session. */
    void used(SessionId id, Instant at);

    /** Ends a session; false when there is none. */
    boolean end(SessionId id);

    /** Ends all sessions of a user but this one; tells how many. */
    int endAllBut(UserId user, SessionId kept);

    /** Ends all sessions of a user; tells how many. */
    int endAll(UserId user);

    /** Forgets sessions that started, or were last used, before these times; tells how many. */
    int forget(Instant startedBefore, Instant usedBefore);
}
