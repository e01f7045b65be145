package org.cityapi.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cityapi.domain.rejection.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {

    private static final User ADA = User.first(new Identity("https://issuer.example", "ada", "Ada", null));

    @ParameterizedTest
    @EnumSource(Permission.class)
    void whoIsNotSignedInMayNothingAndIsAskedToSignIn(Permission permission) {
        assertThatThrownBy(() -> Actor.anonymous(Door.API).require(permission))
                .isInstanceOf(Rejection.NotSignedIn.class);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void whoIsSignedInButLacksAPermissionIsToldWhichOne(Permission permission) {
        Actor all = new Actor(ADA, EnumSet.complementOf(EnumSet.of(permission)), Door.WEB);
        assertThatThrownBy(() -> all.require(permission))
                .isInstanceOfSatisfying(
                        Rejection.Forbidden.class,
                        forbidden -> assertThat(forbidden.permission()).isEqualTo(permission.scope()));
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void whoHasThePermissionPasses(Permission permission) {
        new Actor(ADA, Set.of(permission), Door.API).require(permission);
        Actor.system().require(permission);
    }

    @Test
    void theRegisterItselfIsNoUser() {
        assertThat(Actor.system().userId()).isNull();
        assertThat(Actor.system().door()).isEqualTo(Door.SYSTEM);
        assertThat(new Actor(ADA, Set.of(), Door.API).userId()).isEqualTo(ADA.id());
    }

    @Test
    void whatIsGrantedDoesNotChange() {
        EnumSet<Permission> granted = EnumSet.of(Permission.CREATE_CITIES);
        Actor actor = new Actor(ADA, granted, Door.API);
        granted.add(Permission.MANAGE_USERS);
        assertThat(actor.permissions()).containsExactly(Permission.CREATE_CITIES);
    }

    @Test
    void rolesGrantMoreAndMore() {
        assertThat(Role.VIEWER.permissions()).isEmpty();
        assertThat(Role.EDITOR.permissions())
                .containsExactlyInAnyOrder(
                        Permission.CREATE_CITIES,
                        Permission.UPDATE_CITIES,
                        Permission.DELETE_CITIES,
                        Permission.IMPORT_CITIES,
                        Permission.READ_HISTORY);
        assertThat(Role.ADMIN.permissions()).containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void aPermissionIsFoundByItsScopeExactly() {
        for (Permission permission : Permission.values()) {
            assertThat(Permission.ofScope(permission.scope())).contains(permission);
            assertThat(permission.scope()).matches("[a-z]+:[a-z]+");
        }
        for (String other : List.of("", "openid", "CREATE:CITIES", "create:cities ", "create")) {
            assertThat(Permission.ofScope(other)).isEmpty();
        }
    }
}
