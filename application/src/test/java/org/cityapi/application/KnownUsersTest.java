package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Register.ADA;
import static org.cityapi.application.Register.EDITOR;
import static org.cityapi.domain.city.CitySamples.named;

import java.util.Set;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.Test;

class KnownUsersTest {

    private final Register register = Register.empty();

    @Test
    void whoIsSeenForTheFirstTimeHasWhatTheTokenGrants() {
        Set<Permission> granted = Set.of(Permission.READ_HISTORY);
        assertThat(register.users.recognize(ADA.told(), granted, Door.API))
                .isEqualTo(new Actor(ADA, granted, Door.API));
        assertThat(register.users.recognize(ADA.told(), Set.of(), Door.WEB).permissions())
                .isEmpty();
    }

    @Test
    void theStoredRoleGrantsBesideTheToken() {
        save(withRole("Ada", Role.EDITOR));
        Actor actor = register.users.recognize(ADA.told(), Set.of(Permission.MANAGE_USERS), Door.API);
        assertThat(actor.permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(register.users.recognize(ADA.told(), Set.of(), Door.API).permissions())
                .isEqualTo(Role.EDITOR.permissions());
    }

    @Test
    void whoIsKnownIsCalledAsTheProviderSaysNow() {
        save(withRole("Before", Role.ADMIN));
        assertThat(register.users.recognize(ADA.told(), Set.of(), Door.WEB).user())
                .isEqualTo(withRole("Ada", Role.ADMIN));
    }

    @Test
    void whatTheTokenDoesNotTellStaysAsItIsKnown() {
        User known = User.first(new Identity(ADA.issuer(), ADA.subject(), "Ada", "ada@example.org"));
        save(known);
        Identity bare = new Identity(ADA.issuer(), ADA.subject(), null, null);
        assertThat(register.users.recognize(bare, Set.of(), Door.API).user()).isEqualTo(known);
    }

    @Test
    void rememberingForgetsNothingThatAnotherRequestKeptMeanwhile() {
        Identity bare = new Identity(ADA.issuer(), ADA.subject(), null, null);
        Actor nameless = register.users.recognize(bare, EDITOR.permissions(), Door.API);
        User known = User.first(new Identity(ADA.issuer(), ADA.subject(), "Ada", "ada@example.org"));
        save(known);
        register.edit.add(nameless, () -> named("Paris"));
        assertThat(register.ports.users().find(ADA.id()))
                .contains(known.with(known.account().withGranted(EDITOR.permissions())));
    }

    @Test
    void recognizingKeepsNothing() {
        register.users.recognize(ADA.told(), Set.of(Permission.CREATE_CITIES), Door.API);
        assertThat(register.ports.users().find(ADA.id())).isEmpty();
    }

    @Test
    void whatATokenGrantsIsNotGrantedByTheNext() {
        register.add(named("Paris"));
        assertThat(EDITOR.permissions()).isNotEmpty();
        assertThat(register.users.recognize(ADA.told(), Set.of(), Door.API).permissions())
                .isEmpty();
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        save(withRole("Ada", Role.ADMIN));
        User other = User.first(new Identity("https://other.example", ADA.subject(), "Ada", null));
        assertThat(register.users.recognize(other.told(), Set.of(), Door.API).permissions())
                .isEmpty();
    }

    @Test
    void whoIsRememberedAlreadyIsNotWrittenAgain() {
        // In memory a write needs a unit of work, and there is none here.
        assertThatThrownBy(() -> register.users.remember(EDITOR)).isInstanceOf(IllegalStateException.class);
        save(ADA.with(ADA.account().withGranted(EDITOR.permissions())));
        register.users.remember(EDITOR);
        register.users.remember(Actor.system());
        register.users.remember(Actor.anonymous(Door.API));
    }

    private static User withRole(String name, Role role) {
        return new User(ADA.id(), ADA.issuer(), ADA.subject(), name, null, Account.of(role));
    }

    private void save(User user) {
        register.ports.work().write(() -> {
            register.ports.users().save(user);
            return user;
        });
    }
}
