package org.cityapi.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityEvent.Kind;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.session.Sessions;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserRepository;

/** Recognizes browsers in which somebody is signed in, shows people their sessions, and ends them. */
public final class BrowserSessions {

    private final UnitOfWork work;
    private final UserRepository users;
    private final Sessions sessions;
    private final SecurityLog log;
    private final Session.Lifetime lifetime;
    private final Predicate<User> isVouchedFor;
    private final Clock clock;
    private final NotedUses uses;

    /** @param isVouchedFor whether a user is of an identity provider that is set */
    public BrowserSessions(
            UnitOfWork work,
            UserRepository users,
            Sessions sessions,
            SecurityLog log,
            Session.Lifetime lifetime,
            Predicate<User> isVouchedFor,
            Clock clock) {
        this.work = work;
        this.users = users;
        this.sessions = sessions;
        this.log = log;
        this.lifetime = lifetime;
        this.isVouchedFor = isVouchedFor;
        this.clock = clock;
        uses = new NotedUses(work);
    }

    /**
     * Who is signed in, and by which session.
     *
     * @param actor with what his role grants now and what his provider granted when he signed in
     */
    public record SignedIn(Actor actor, Session session) {}

    /** Who holds that secret; empty when the session is unknown or over, or its user disabled, or nobody vouches for him. */
    public Optional<SignedIn> recognize(Secret secret) {
        Instant now = KeptTime.now(clock);
        Optional<SignedIn> found = work.read(() -> sessions.find(SessionId.of(secret))
                .filter(session -> !session.isOver(lifetime, now))
                .flatMap(this::signedIn));
        found.map(SignedIn::session)
                .filter(session -> isWorthNoting(session, now))
                .ifPresent(session -> uses.add(now, () -> sessions.used(session.id(), now)));
        return found;
    }

    private Optional<SignedIn> signedIn(Session session) {
        return users.find(session.user())
                .filter(user -> !user.account().disabled() && isVouchedFor.test(user))
                .map(user -> new SignedIn(new Actor(user, user.permissionsWith(session.granted()), Door.WEB), session));
    }

    /** Once a minute, and oftener where sessions may lie idle for minutes only. */
    private boolean isWorthNoting(Session session, Instant now) {
        Duration tenth = lifetime.idle().dividedBy(10);
        Duration every = tenth.compareTo(NotedUses.EVERY) < 0 ? tenth : NotedUses.EVERY;
        return !now.isBefore(session.usedAt().plus(every));
    }

    /** The sessions of a user that are not over, the one used last first. */
    public List<Session> of(Actor actor) {
        User user = actor.signedIn();
        Instant now = KeptTime.now(clock);
        return work.read(() -> sessions.of(user.id()).stream()
                .filter(session -> !session.isOver(lifetime, now))
                .toList());
    }

    /** Ends the session of that secret, if there is one. */
    public void signOut(Secret secret) {
        SessionId id = SessionId.of(secret);
        Optional<Session> ended = work.write(() -> {
            Optional<Session> session = sessions.find(id);
            sessions.end(id);
            return session;
        });
        ended.ifPresent(session -> log.record(new SecurityEvent(Kind.SIGNED_OUT, session.user(), Map.of())));
    }

    /**
     * Ends a session of the actor's.
     *
     * @throws Rejection.NotFound when he has no such session
     */
    public void end(Actor actor, SessionId id) {
        User user = actor.signedIn();
        boolean ended = work.write(() -> sessions.find(id)
                .filter(session -> session.user().equals(user.id()))
                .map(session -> sessions.end(session.id()))
                .orElse(false));
        if (!ended) {
            throw new Rejection.NotFound(new Thing("session", id.value()));
        }
        log.record(new SecurityEvent(Kind.SESSIONS_ENDED, user.id(), Map.of("count", "1")));
    }

    /** Ends all sessions of the actor's but this one; tells how many. */
    public int endOthers(Actor actor, SessionId kept) {
        User user = actor.signedIn();
        int ended = work.write(() -> sessions.endAllBut(user.id(), kept));
        log.record(new SecurityEvent(Kind.SESSIONS_ENDED, user.id(), Map.of("count", Integer.toString(ended))));
        return ended;
    }

    /** Forgets sessions that are over. */
    public void forgetOld() {
        Instant now = KeptTime.now(clock);
        work.write(() -> sessions.forget(now.minus(lifetime.absolute()), now.minus(lifetime.idle())));
    }
}
