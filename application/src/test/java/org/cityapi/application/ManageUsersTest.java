package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Accounts.ADA;
import static org.cityapi.application.Accounts.BOB;
import static org.cityapi.application.Accounts.CHIEF;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cityapi.application.ManageUsers.Wanted;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityEvent.Kind;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManageUsersTest {

    private final Accounts accounts = new Accounts();
    private Secret adas = Secret.random();
    private Actor chief = Actor.system();

    @BeforeEach
    void oneAdministratorAndOneViewer() {
        chief = accounts.actor(accounts.signIn(CHIEF));
        adas = accounts.signIn(ADA);
        accounts.log.events().clear();
    }

    @Test
    void withoutThePermissionNothingIsDoneOrEvenRead() {
        Supplier<Function<User, Wanted>> unread = () -> {
            throw new AssertionError("A body was read");
        };
        Set<Permission> allButOne = EnumSet.complementOf(EnumSet.of(Permission.MANAGE_USERS));
        Actor editor = new Actor(accounts.kept(ADA), allButOne, Door.API);
        for (UserId id : List.of(ADA.id(), CHIEF.id(), BOB.id())) {
            assertForbidden(() -> accounts.users.one(editor, id));
            assertForbidden(() -> accounts.users.change(editor, id, unread));
        }
        assertForbidden(() -> accounts.users.list(editor, null, 9));
        assertThatThrownBy(() -> accounts.users.list(Actor.anonymous(Door.API), null, 9))
                .isInstanceOf(Rejection.NotSignedIn.class);
    }

    @Test
    void aListHasOneMoreWhereThereAreMore() {
        accounts.signIn(BOB);
        List<User> all = accounts.users.list(chief, null, 9);
        assertThat(all).containsExactlyInAnyOrder(accounts.kept(ADA), accounts.kept(BOB), accounts.kept(CHIEF));
        assertThat(accounts.users.list(chief, null, 2)).isEqualTo(all);
        assertThat(accounts.users.list(chief, null, 1)).isEqualTo(all.subList(0, 2));
        assertThat(accounts.users.list(chief, all.get(0).id(), 2)).isEqualTo(all.subList(1, 3));
    }

    @Test
    void aUserIsShownAsHeIsKept() {
        assertThat(accounts.users.one(chief, ADA.id())).isEqualTo(accounts.kept(ADA));
    }

    @Test
    void whoWasNeverHereIsNotFound() {
        assertThatThrownBy(() -> accounts.users.one(chief, BOB.id())).isInstanceOf(Rejection.NotFound.class);
        assertThatThrownBy(() -> change(BOB.id(), Role.EDITOR, null)).isInstanceOf(Rejection.NotFound.class);
    }

    @Test
    void anotherRoleCountsAtOnceAndIsLogged() {
        User changed = change(ADA.id(), Role.EDITOR, null);
        assertThat(changed.role()).isEqualTo(Role.EDITOR);
        assertThat(changed.account().decided()).isTrue();
        assertThat(accounts.kept(ADA)).isEqualTo(changed);
        assertThat(accounts.actor(adas).permissions()).isEqualTo(Role.EDITOR.permissions());
        assertThat(accounts.log.events())
                .containsExactly(new SecurityEvent(
                        Kind.ROLE_CHANGED,
                        CHIEF.id(),
                        Map.of("target", ADA.id().value(), "from", "VIEWER", "to", "EDITOR")));
    }

    @Test
    void whoIsDisabledLosesHisSessionsForGood() {
        Secret chiefs = accounts.signIn(CHIEF);
        accounts.log.events().clear();
        change(ADA.id(), null, true);
        assertThat(accounts.account(ADA).role()).isEqualTo(Role.VIEWER);
        assertThat(accounts.sessions.recognize(adas)).isEmpty();
        change(ADA.id(), null, false);
        assertThat(accounts.sessions.recognize(adas)).isEmpty();
        assertThat(accounts.sessions.recognize(chiefs)).isPresent();
        Map<String, String> details = Map.of("target", ADA.id().value());
        assertThat(accounts.log.events())
                .containsExactly(
                        new SecurityEvent(Kind.USER_DISABLED, CHIEF.id(), details),
                        new SecurityEvent(Kind.USER_ENABLED, CHIEF.id(), details));
    }

    @Test
    void roleAndDoorMayChangeTogether() {
        User changed = change(ADA.id(), Role.ADMIN, true);
        assertThat(changed.role()).isEqualTo(Role.ADMIN);
        assertThat(changed.account().disabled()).isTrue();
        assertThat(accounts.kindsOfEvents()).containsExactly(Kind.ROLE_CHANGED, Kind.USER_DISABLED);
    }

    @Test
    void whatChangesNothingIsNoEvent() {
        User before = accounts.kept(ADA);
        assertThat(change(ADA.id(), null, null)).isEqualTo(before);
        assertThat(change(ADA.id(), Role.VIEWER, false)).isEqualTo(before);
        assertThat(accounts.kept(ADA)).isEqualTo(before);
        assertThat(accounts.log.events()).isEmpty();
    }

    @Test
    void theLastAdministratorCannotRemoveHimself() {
        assertLast(() -> change(CHIEF.id(), Role.EDITOR, null));
        assertLast(() -> change(CHIEF.id(), null, true));
        assertLast(() -> change(CHIEF.id(), Role.VIEWER, true));
    }

    @Test
    void whomHisProviderLetsManageUsersIsLeftWhenTheLastAdministratorGoes() {
        chief = accounts.actor(accounts.signIn(BOB, Permission.MANAGE_USERS));
        change(CHIEF.id(), Role.EDITOR, null);
        change(CHIEF.id(), Role.ADMIN, null);
        change(CHIEF.id(), null, true);
        assertThat(accounts.account(CHIEF).disabled()).isTrue();
    }

    @Test
    void whoWasKeptOutMeanwhileIsNotLeft() {
        Actor bob = accounts.actor(accounts.signIn(BOB, Permission.MANAGE_USERS));
        change(BOB.id(), null, true);
        chief = bob;
        accounts.log.events().clear();
        assertLast(() -> change(CHIEF.id(), Role.EDITOR, null));
    }

    @Test
    void whoLostHisRoleMeanwhileIsNotLeft() {
        change(ADA.id(), Role.ADMIN, null);
        Actor ada = accounts.actor(adas);
        change(ADA.id(), Role.VIEWER, null);
        chief = ada;
        accounts.log.events().clear();
        assertLast(() -> change(CHIEF.id(), Role.EDITOR, null));
    }

    @Test
    void anAdministratorWhoIsDisabledDoesNotStandInForTheLast() {
        change(ADA.id(), Role.ADMIN, true);
        accounts.log.events().clear();
        assertLast(() -> change(CHIEF.id(), Role.EDITOR, null));
    }

    @Test
    void nobodyTakesHisOwnRightsAway() {
        change(ADA.id(), Role.ADMIN, null);
        User before = accounts.kept(CHIEF);
        for (Role role : new Role[] {Role.EDITOR, Role.VIEWER}) {
            assertThatThrownBy(() -> change(CHIEF.id(), role, null)).isInstanceOf(Rejection.OwnAccount.class);
        }
        assertThatThrownBy(() -> change(CHIEF.id(), null, true)).isInstanceOf(Rejection.OwnAccount.class);
        assertThat(accounts.kept(CHIEF)).isEqualTo(before);
        assertThat(accounts.ports.sessions().of(CHIEF.id())).isNotEmpty();
        change(CHIEF.id(), Role.ADMIN, false);
    }

    @Test
    void anAdministratorMayGoWhereAnotherStays() {
        change(ADA.id(), Role.ADMIN, null);
        chief = accounts.actor(adas);
        change(CHIEF.id(), Role.VIEWER, null);
        assertThat(accounts.account(CHIEF).role()).isEqualTo(Role.VIEWER);
        accounts.log.events().clear();
        assertThatThrownBy(() -> change(ADA.id(), null, true)).isInstanceOf(Rejection.LastAdministrator.class);
    }

    @Test
    void aChangeThatCannotBeStoredIsNotLogged() {
        accounts.disk.fill();
        assertThatThrownBy(() -> change(ADA.id(), Role.EDITOR, null)).isInstanceOf(Rejection.Unavailable.class);
        assertThat(accounts.log.events()).isEmpty();
    }

    private User change(UserId id, @Nullable Role role, @Nullable Boolean disabled) {
        return accounts.users.change(chief, id, () -> user -> new Wanted(role, disabled));
    }

    private void assertLast(ThrowingCallable removal) {
        User before = accounts.kept(CHIEF);
        assertThatThrownBy(removal).isInstanceOf(Rejection.LastAdministrator.class);
        assertThat(accounts.kept(CHIEF)).isEqualTo(before);
        assertThat(accounts.ports.sessions().of(CHIEF.id())).isNotEmpty();
        assertThat(accounts.log.events()).isEmpty();
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Rejection.Forbidden.class,
                        refused -> assertThat(refused.permission()).isEqualTo("manage:users"));
    }
}
