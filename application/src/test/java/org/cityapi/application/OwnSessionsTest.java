package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Accounts.ADA;
import static org.cityapi.application.Accounts.BOB;
import static org.cityapi.application.Accounts.IDLE;
import static org.cityapi.application.Accounts.MINUTE;

import java.util.Map;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityEvent.Kind;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.junit.jupiter.api.Test;

/** What users do with their sessions. */
class OwnSessionsTest {

    private final Accounts accounts = new Accounts();

    @Test
    void whoeverIsSignedInSeesHisOwnSessionsThatAreNotOver() {
        accounts.signIn(ADA);
        accounts.clock.forward(IDLE.minus(MINUTE));
        Secret second = accounts.signIn(ADA);
        accounts.signIn(BOB);
        accounts.clock.forward(MINUTE);
        Secret third = accounts.signIn(ADA);
        assertThat(accounts.sessions.of(accounts.actor(third)))
                .containsExactly(accounts.session(third), accounts.session(second));
    }

    @Test
    void aSessionOfOnesOwnEndsAtOnce() {
        Secret here = accounts.signIn(ADA);
        Secret there = accounts.signIn(ADA);
        accounts.sessions.end(accounts.actor(here), SessionId.of(there));
        assertThat(accounts.sessions.recognize(there)).isEmpty();
        assertThat(accounts.sessions.recognize(here)).isPresent();
        assertThat(accounts.lastEvent())
                .isEqualTo(new SecurityEvent(Kind.SESSIONS_ENDED, ADA.id(), Map.of("count", "1")));
    }

    @Test
    void aSessionOfSomebodyElseIsNotFoundAndGoesOn() {
        Secret adas = accounts.signIn(ADA);
        Secret bobs = accounts.signIn(BOB);
        int events = accounts.log.events().size();
        for (SessionId each : new SessionId[] {SessionId.of(bobs), SessionId.of(Secret.random())}) {
            assertThatThrownBy(() -> accounts.sessions.end(accounts.actor(adas), each))
                    .isInstanceOf(Rejection.NotFound.class);
        }
        assertThat(accounts.sessions.recognize(bobs)).isPresent();
        assertThat(accounts.log.events()).hasSize(events);
    }

    @Test
    void allOthersEndAndThisOneAndThoseOfOthersGoOn() {
        Secret here = accounts.signIn(ADA);
        Secret there = accounts.signIn(ADA);
        Secret elsewhere = accounts.signIn(ADA);
        Secret bobs = accounts.signIn(BOB);
        assertThat(accounts.sessions.endOthers(accounts.actor(here), SessionId.of(here)))
                .isEqualTo(2);
        assertThat(accounts.sessions.recognize(here)).isPresent();
        assertThat(accounts.sessions.recognize(bobs)).isPresent();
        assertThat(accounts.sessions.recognize(there)).isEmpty();
        assertThat(accounts.sessions.recognize(elsewhere)).isEmpty();
        assertThat(accounts.lastEvent())
                .isEqualTo(new SecurityEvent(Kind.SESSIONS_ENDED, ADA.id(), Map.of("count", "2")));
    }

    @Test
    void whoSignsOutIsNotRecognizedFromThenOn() {
        Secret here = accounts.signIn(ADA);
        Secret there = accounts.signIn(ADA);
        accounts.sessions.signOut(here);
        assertThat(accounts.sessions.recognize(here)).isEmpty();
        assertThat(accounts.sessions.recognize(there)).isPresent();
        assertThat(accounts.lastEvent()).isEqualTo(new SecurityEvent(Kind.SIGNED_OUT, ADA.id(), Map.of()));
    }

    @Test
    void aSignOutWithoutASessionIsNoEvent() {
        accounts.sessions.signOut(Secret.random());
        assertThat(accounts.log.events()).isEmpty();
    }

    @Test
    void whoIsNotSignedInHasNoSessions() {
        Actor nobody = Actor.anonymous(Door.WEB);
        SessionId id = SessionId.of(accounts.signIn(ADA));
        assertThatThrownBy(() -> accounts.sessions.of(nobody)).isInstanceOf(Rejection.NotSignedIn.class);
        assertThatThrownBy(() -> accounts.sessions.end(nobody, id)).isInstanceOf(Rejection.NotSignedIn.class);
        assertThatThrownBy(() -> accounts.sessions.endOthers(nobody, id)).isInstanceOf(Rejection.NotSignedIn.class);
    }
}
