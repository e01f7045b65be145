package org.cityapi.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Sessions} promises. */
public abstract class SessionsContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final UserId ADA = UserId.of("https://issuer.example", "ada");
    private static final UserId BOB = UserId.of("https://issuer.example", "bob");

    private Ports ports;
    private Sessions sessions;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
        sessions = ports.sessions();
    }

    @Test
    void aSessionComesBackAsItWent() {
        for (Set<Permission> granted : List.of(Set.<Permission>of(), EnumSet.allOf(Permission.class))) {
            Session session = new Session(
                    SessionId.of(Secret.random()),
                    ADA,
                    "google",
                    granted,
                    "Mozilla/5.0 'q' \"Łódź\" 🧮".repeat(8),
                    AT,
                    AT.plusMillis(1));
            write(() -> add(session));
            assertThat(sessions.find(session.id())).contains(session);
        }
    }

    @Test
    void whatWasNotAddedIsNotFound() {
        write(() -> add(session("1", ADA, AT)));
        assertThat(sessions.find(new SessionId("2"))).isEmpty();
        assertThat(sessions.of(BOB)).isEmpty();
    }

    @Test
    void theSessionsOfAUserComeTheOneUsedLastFirst() {
        Session before = session("b", ADA, AT.minusMillis(1));
        Session one = session("c", ADA, AT);
        Session other = session("d", ADA, AT);
        Session after = session("a", ADA, AT.plusMillis(1));
        write(() -> List.of(add(other), add(before), add(session("x", BOB, AT)), add(after), add(one)));
        assertThat(sessions.of(ADA)).containsExactly(after, one, other, before);
    }

    @Test
    void aUseIsNotedOfThatSessionAlone() {
        Session other = session("2", ADA, AT);
        write(() -> List.of(add(session("1", ADA, AT)), add(other)));
        write(() -> used(new SessionId("1"), AT.plusSeconds(60)));
        assertThat(sessions.find(new SessionId("1"))).contains(session("1", ADA, AT.plusSeconds(60)));
        assertThat(sessions.find(other.id())).contains(other);
    }

    @Test
    void aUseOfNoSessionMakesNone() {
        write(() -> used(new SessionId("1"), AT));
        assertThat(sessions.find(new SessionId("1"))).isEmpty();
    }

    @Test
    void anEndedSessionIsGoneAndEndsOnce() {
        Session other = session("2", ADA, AT);
        write(() -> List.of(add(session("1", ADA, AT)), add(other)));
        assertThat(write(() -> sessions.end(new SessionId("1")))).isTrue();
        assertThat(sessions.find(new SessionId("1"))).isEmpty();
        assertThat(sessions.of(ADA)).containsExactly(other);
        assertThat(write(() -> sessions.end(new SessionId("1")))).isFalse();
    }

    @Test
    void allOfAUserButOneEnd() {
        Session kept = session("2", ADA, AT);
        Session bobs = session("4", BOB, AT);
        write(() -> List.of(add(session("1", ADA, AT)), add(kept), add(session("3", ADA, AT)), add(bobs)));
        assertThat(write(() -> sessions.endAllBut(ADA, kept.id()))).isEqualTo(2);
        assertThat(sessions.of(ADA)).containsExactly(kept);
        assertThat(sessions.of(BOB)).containsExactly(bobs);
        assertThat(write(() -> sessions.endAllBut(ADA, kept.id()))).isZero();
    }

    @Test
    void allOfAUserEnd() {
        Session bobs = session("3", BOB, AT);
        write(() -> List.of(add(session("1", ADA, AT)), add(session("2", ADA, AT)), add(bobs)));
        assertThat(write(() -> sessions.endAll(ADA))).isEqualTo(2);
        assertThat(sessions.of(ADA)).isEmpty();
        assertThat(sessions.of(BOB)).containsExactly(bobs);
    }

    @Test
    void whatStartedOrWasUsedBeforeIsForgotten() {
        Session good = new Session(new SessionId("1"), ADA, "oidc", Set.of(), "", AT, AT.plusSeconds(9));
        Session old = new Session(new SessionId("2"), ADA, "oidc", Set.of(), "", AT.minusMillis(1), AT.plusSeconds(9));
        Session idle = new Session(new SessionId("3"), ADA, "oidc", Set.of(), "", AT, AT.plusMillis(8_999));
        write(() -> List.of(add(good), add(old), add(idle)));
        assertThat(write(() -> sessions.forget(AT, AT.plusSeconds(9)))).isEqualTo(2);
        assertThat(sessions.of(ADA)).containsExactly(good);
    }

    @Test
    void whatFailedWorkDidIsTakenBack() {
        Session session = session("1", ADA, AT);
        write(() -> add(session));
        assertThatThrownBy(() -> write(() -> {
                    sessions.endAll(ADA);
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
        assertThat(sessions.of(ADA)).containsExactly(session);
    }

    @Test
    void nothingIsChangedOutsideOfWorkThatWrites() {
        SessionId id = new SessionId("1");
        List<Supplier<Object>> changes = List.of(
                () -> add(session("1", ADA, AT)),
                () -> used(id, AT),
                () -> sessions.end(id),
                () -> sessions.endAllBut(ADA, id),
                () -> sessions.endAll(ADA),
                () -> sessions.forget(AT, AT));
        for (Supplier<Object> change : changes) {
            assertThatThrownBy(change::get).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> ports.work().read(change)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(sessions.of(ADA)).isEmpty();
    }

    private static Session session(String id, UserId user, Instant usedAt) {
        return new Session(
                new SessionId(id),
                user,
                "oidc",
                Set.of(Permission.READ_HISTORY),
                "Firefox",
                AT.minusSeconds(60),
                usedAt);
    }

    private Session add(Session session) {
        sessions.add(session);
        return session;
    }

    private SessionId used(SessionId id, Instant at) {
        sessions.used(id, at);
        return id;
    }

    private <T> T write(Supplier<T> work) {
        return ports.work().write(work);
    }
}
