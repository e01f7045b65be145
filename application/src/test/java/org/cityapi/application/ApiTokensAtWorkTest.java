package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Accounts.ADA;
import static org.cityapi.application.Accounts.CHIEF;
import static org.cityapi.application.Accounts.MILLI;
import static org.cityapi.application.Accounts.MINUTE;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.cityapi.application.ManageTokens.Made;
import org.cityapi.application.ManageTokens.Wanted;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.token.TokenText;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For whom an API token speaks, and what it allows while things change. */
class ApiTokensAtWorkTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant LATER = Register.KEPT.plus(HOUR);

    private final Accounts accounts = new Accounts();

    @Test
    void aTokenSpeaksForItsOwnerWithItsScopesAlone() {
        Made made = makeAs(Role.ADMIN, Permission.UPDATE_CITIES);
        assertThat(recognize(made))
                .isEqualTo(new Actor(accounts.kept(ADA), Set.of(Permission.UPDATE_CITIES), Door.API, true));
    }

    @Test
    void aRoleTakenAwayIsTakenFromTheTokenAtOnce() {
        Made made = makeAs(Role.ADMIN, Permission.MANAGE_USERS, Permission.UPDATE_CITIES);
        accounts.give(ADA, Role.EDITOR);
        assertThat(recognize(made).permissions()).containsExactly(Permission.UPDATE_CITIES);
        accounts.give(ADA, Role.VIEWER);
        assertThat(recognize(made).permissions()).isEmpty();
        accounts.give(ADA, Role.ADMIN);
        assertThat(recognize(made).permissions())
                .containsExactlyInAnyOrder(Permission.MANAGE_USERS, Permission.UPDATE_CITIES);
    }

    @Test
    void aRoleTakenAwayWhileATokenIsMadeIsNotKeptAsIfTheProviderHadGrantedIt() {
        accounts.give(ADA, Role.EDITOR);
        Actor ada = accounts.actor(accounts.signIn(ADA));
        accounts.give(ADA, Role.VIEWER);
        Made made = make(ada, Permission.UPDATE_CITIES);
        assertThat(accounts.account(ADA).granted()).isEmpty();
        assertThat(recognize(made).permissions()).isEmpty();
    }

    @Test
    void whatOnlyTheProviderGrantedLastsUntilItGrantsSomethingElse() {
        Actor program = accounts.program(ADA, Permission.CREATE_CITIES, Permission.READ_HISTORY);
        Made made = make(program, Permission.CREATE_CITIES);
        assertThat(recognize(made).permissions()).containsExactly(Permission.CREATE_CITIES);
        accounts.signIn(ADA, Permission.CREATE_CITIES);
        assertThat(recognize(made).permissions()).containsExactly(Permission.CREATE_CITIES);
        accounts.signIn(ADA, Permission.READ_HISTORY);
        assertThat(recognize(made).permissions()).isEmpty();
    }

    @Test
    void whatTheProviderGrantsByALaterTokenTakesThePlaceOfWhatItGranted() {
        accounts.signIn(ADA, Permission.READ_HISTORY);
        Made made = make(accounts.program(ADA, Permission.CREATE_CITIES), Permission.CREATE_CITIES);
        assertThat(accounts.account(ADA).granted()).containsExactly(Permission.CREATE_CITIES);
        accounts.known.present(accounts.program(ADA));
        assertThat(accounts.account(ADA).granted()).isEmpty();
        assertThat(recognize(made).permissions()).isEmpty();
    }

    /** A session keeps what was granted when it began, and may be older than the provider's last word. */
    @Test
    void neitherASessionNorAnApiTokenTellsWhatTheProviderGrants() {
        Actor before = accounts.actor(accounts.signIn(ADA, Permission.CREATE_CITIES));
        Made made = make(before, Permission.CREATE_CITIES);
        accounts.signIn(ADA, Permission.READ_HISTORY);
        make(before, Permission.CREATE_CITIES);
        accounts.known.present(before);
        accounts.known.present(recognize(made));
        assertThat(accounts.account(ADA).granted()).containsExactly(Permission.READ_HISTORY);
        assertThat(recognize(made).permissions()).isEmpty();
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        Made made = makeAs(Role.EDITOR, Permission.CREATE_CITIES);
        Made other = makeAs(Role.EDITOR, Permission.CREATE_CITIES);
        accounts.tokens.revoke(recognize(made), made.token().id());
        assertRefused(made.text().value(), "unknown or revoked");
        assertThat(recognize(other).userId()).isEqualTo(ADA.id());
    }

    @Test
    void anExpiredTokenIsRefused() {
        Made made = makeAs(Role.EDITOR, Permission.CREATE_CITIES);
        accounts.clock.forward(HOUR.minus(MILLI));
        assertThat(recognize(made).userId()).isEqualTo(ADA.id());
        accounts.clock.forward(MILLI);
        assertRefused(made.text().value(), "expired");
    }

    @Test
    void theTokenOfWhoIsDisabledIsRefusedAtOnceAndGoodAgainAfterwards() {
        Made made = makeAs(Role.EDITOR, Permission.CREATE_CITIES);
        Actor chief = accounts.actor(accounts.signIn(CHIEF));
        accounts.users.change(chief, ADA.id(), () -> user -> new ManageUsers.Wanted(null, true));
        assertRefused(made.text().value(), "disabled");
        accounts.users.change(chief, ADA.id(), () -> user -> new ManageUsers.Wanted(null, false));
        assertThat(recognize(made).userId()).isEqualTo(ADA.id());
    }

    @Test
    void whatIsNoTokenIsRefusedAndNotRepeated() {
        Made made = makeAs(Role.EDITOR, Permission.CREATE_CITIES);
        assertRefused(TokenText.random().value(), "unknown or revoked");
        for (String text :
                new String[] {"", "cityapi_", made.text().digest(), made.text().value() + ' '}) {
            assertRefused(text, "misspelt");
        }
    }

    @Test
    void aUseIsNotedAtOnceAndThenOnceAMinute() {
        Made made = makeAs(Role.EDITOR, Permission.CREATE_CITIES);
        assertThat(usedAt(made)).isNull();
        recognize(made);
        assertThat(usedAt(made)).isEqualTo(Register.KEPT);
        accounts.clock.forward(MINUTE.minus(MILLI));
        recognize(made);
        assertThat(usedAt(made)).isEqualTo(Register.KEPT);
        accounts.clock.forward(MILLI);
        recognize(made);
        assertThat(usedAt(made)).isEqualTo(Register.KEPT.plus(MINUTE));
    }

    @Test
    void aFullDiskKeepsNobodyOut() {
        Made made = makeAs(Role.EDITOR, Permission.CREATE_CITIES);
        accounts.disk.fill();
        assertThat(recognize(made).permissions()).containsExactly(Permission.CREATE_CITIES);
        assertThat(usedAt(made)).isNull();
    }

    private Made makeAs(Role role, Permission... scopes) {
        accounts.give(ADA, role);
        return make(accounts.actor(accounts.signIn(ADA)), scopes);
    }

    private Made make(Actor actor, Permission... scopes) {
        return accounts.tokens.make(actor, now -> new Wanted("CI", Set.of(scopes), LATER));
    }

    private Actor recognize(Made made) {
        return accounts.tokens.recognize(made.text().value());
    }

    private @Nullable Instant usedAt(Made made) {
        return accounts.ports.tokens().find(made.token().id()).orElseThrow().usedAt();
    }

    private void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> accounts.tokens.recognize(text))
                .isInstanceOfSatisfying(Rejection.InvalidToken.class, refused -> {
                    assertThat(refused.reason()).contains(reason);
                    assertThat(refused.toString()).doesNotContain(text.isEmpty() ? "cityapi_" : text);
                });
    }
}
