package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.application.Accounts.ABSOLUTE;
import static org.cityapi.application.Accounts.ADA;
import static org.cityapi.application.Accounts.BOB;
import static org.cityapi.application.Accounts.IDLE;
import static org.cityapi.application.Accounts.MILLI;
import static org.cityapi.application.Accounts.MINUTE;

import java.time.Duration;
import java.util.Set;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.junit.jupiter.api.Test;

class BrowserSessionsTest {

    private final Accounts accounts = new Accounts();

    @Test
    void whoHoldsTheSecretIsRecognizedWithWhatRoleAndProviderGrant() {
        accounts.give(ADA, Role.EDITOR);
        Secret secret = accounts.signIn(ADA, Permission.MANAGE_USERS);
        assertThat(accounts.sessions.recognize(secret))
                .contains(new BrowserSessions.SignedIn(
                        new Actor(accounts.kept(ADA), Set.of(Permission.values()), Door.WEB),
                        accounts.session(secret)));
    }

    @Test
    void whoHoldsAnotherSecretIsNobody() {
        Secret secret = accounts.signIn(ADA);
        assertThat(accounts.sessions.recognize(Secret.random())).isEmpty();
        assertThat(accounts.sessions.recognize(new Secret(secret.digest()))).isEmpty();
        assertThat(accounts.sessions.recognize(new Secret(""))).isEmpty();
    }

    @Test
    void aSessionThatLiesIdleTooLongIsOver() {
        Secret secret = accounts.signIn(ADA);
        accounts.clock.forward(IDLE.minus(MILLI));
        assertThat(accounts.sessions.recognize(secret)).isPresent();
        accounts.clock.forward(IDLE.minus(MILLI));
        assertThat(accounts.sessions.recognize(secret)).isPresent();
        accounts.clock.forward(IDLE);
        assertThat(accounts.sessions.recognize(secret)).isEmpty();
    }

    @Test
    void aSessionIsOverAtItsAbsoluteEndHoweverMuchItIsUsed() {
        Secret secret = accounts.signIn(ADA);
        Duration step = Duration.ofMinutes(20);
        for (Duration age = step; age.compareTo(ABSOLUTE) < 0; age = age.plus(step)) {
            accounts.clock.forward(step);
            assertThat(accounts.sessions.recognize(secret)).isPresent();
        }
        accounts.clock.forward(step.minus(MILLI));
        assertThat(accounts.sessions.recognize(secret)).isPresent();
        accounts.clock.forward(MILLI);
        assertThat(accounts.sessions.recognize(secret)).isEmpty();
    }

    @Test
    void whoIsDisabledIsNotRecognizedFromThenOn() {
        Secret secret = accounts.signIn(ADA);
        assertThat(accounts.sessions.recognize(secret)).isPresent();
        accounts.disable(ADA);
        assertThat(accounts.sessions.recognize(secret)).isEmpty();
    }

    @Test
    void aRoleGivenOrTakenAwayCountsAtOnce() {
        Secret secret = accounts.signIn(ADA);
        assertThat(accounts.actor(secret).permissions()).isEmpty();
        accounts.give(ADA, Role.ADMIN);
        assertThat(accounts.actor(secret).permissions()).containsExactlyInAnyOrder(Permission.values());
        accounts.give(ADA, Role.VIEWER);
        assertThat(accounts.actor(secret).permissions()).isEmpty();
    }

    /** What the provider granted belongs to the session that its sign-in opened. */
    @Test
    void aSessionKeepsWhatTheProviderGrantedWhenItBegan() {
        Secret before = accounts.signIn(ADA, Permission.READ_HISTORY);
        Secret after = accounts.signIn(ADA);
        assertThat(accounts.actor(before).permissions()).containsExactly(Permission.READ_HISTORY);
        assertThat(accounts.actor(after).permissions()).isEmpty();
    }

    @Test
    void ofAUserWhoseProviderIsNotSetASessionIsNoneAndLiesIdle() {
        Secret secret = accounts.signIn(ADA);
        accounts.strangers.add(ADA.id());
        accounts.clock.forward(MINUTE);
        assertThat(accounts.sessions.recognize(secret)).isEmpty();
        assertThat(accounts.session(secret).usedAt()).isEqualTo(Register.KEPT);
        accounts.strangers.clear();
        assertThat(accounts.sessions.recognize(secret)).isPresent();
    }

    @Test
    void aUseIsNotedOnceAMinute() {
        Secret secret = accounts.signIn(ADA);
        accounts.clock.forward(MINUTE.minus(MILLI));
        accounts.sessions.recognize(secret);
        assertThat(accounts.session(secret).usedAt()).isEqualTo(Register.KEPT);
        accounts.clock.forward(MILLI);
        accounts.sessions.recognize(secret);
        assertThat(accounts.session(secret).usedAt()).isEqualTo(Register.KEPT.plus(MINUTE));
        accounts.clock.forward(MINUTE.minus(MILLI));
        accounts.sessions.recognize(secret);
        assertThat(accounts.session(secret).usedAt()).isEqualTo(Register.KEPT.plus(MINUTE));
    }

    @Test
    void whereSessionsMayLieIdleForAMinuteOnlyAUseIsNotedOftener() {
        Accounts strict = new Accounts(new Session.Lifetime(MINUTE, ABSOLUTE));
        Secret secret = strict.signIn(ADA);
        strict.clock.forward(Duration.ofSeconds(50));
        assertThat(strict.sessions.recognize(secret)).isPresent();
        strict.clock.forward(Duration.ofSeconds(50));
        assertThat(strict.sessions.recognize(secret)).isPresent();
        strict.clock.forward(MINUTE);
        assertThat(strict.sessions.recognize(secret)).isEmpty();
    }

    @Test
    void aFullDiskKeepsNobodyOut() {
        Secret secret = accounts.signIn(ADA);
        accounts.clock.forward(MINUTE);
        accounts.disk.fill();
        assertThat(accounts.sessions.recognize(secret)).isPresent();
        assertThat(accounts.session(secret).usedAt()).isEqualTo(Register.KEPT);
    }

    /** To find out may take a second each time. */
    @Test
    void notEachReaderFindsOutThatTheStoreTakesNoWrites() {
        Secret secret = accounts.signIn(ADA);
        Secret other = accounts.signIn(BOB);
        accounts.clock.forward(MINUTE);
        accounts.disk.fill();
        for (int i = 0; i < 9; i++) {
            assertThat(accounts.sessions.recognize(secret)).isPresent();
            assertThat(accounts.sessions.recognize(other)).isPresent();
            accounts.clock.forward(Duration.ofSeconds(1));
        }
        assertThat(accounts.disk.refused()).isEqualTo(1);
        accounts.disk.free();
        accounts.clock.forward(Duration.ofSeconds(1));
        accounts.sessions.recognize(secret);
        assertThat(accounts.session(secret).usedAt()).isEqualTo(Register.KEPT.plus(Duration.ofSeconds(70)));
    }

    @Test
    void whatIsOverIsForgottenAndNothingElse() {
        Secret old = accounts.signIn(ADA);
        accounts.clock.forward(IDLE.minus(MILLI));
        Secret young = accounts.signIn(ADA);
        accounts.sessions.forgetOld();
        assertThat(accounts.ports.sessions().of(ADA.id()))
                .containsExactly(accounts.session(young), accounts.session(old));
        accounts.clock.forward(MILLI.multipliedBy(2));
        accounts.sessions.forgetOld();
        assertThat(accounts.ports.sessions().of(ADA.id())).containsExactly(accounts.session(young));
    }
}
