package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Accounts.ADA;
import static org.cityapi.application.Accounts.CHIEF;

import java.util.List;
import java.util.function.BiConsumer;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.token.ApiTokenId;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;

/** Who is known by an access token alone can be kept out as soon as he saw what is not for everybody. */
class RememberedCallersTest {

    private final Accounts accounts = new Accounts();

    @Test
    void whoAskedWhoHeIsCanBeDisabled() {
        Actor ada = accounts.program(ADA, Permission.MANAGE_USERS);
        assertThat(accounts.known.present(ada)).isEqualTo(ada.user());
        assertThat(accounts.kept(ADA).email()).isEqualTo(ADA.email());
        Actor chief = accounts.actor(accounts.signIn(CHIEF));
        accounts.users.change(chief, ADA.id(), () -> user -> new ManageUsers.Wanted(null, true));
        assertThatThrownBy(() -> accounts.program(ADA, Permission.MANAGE_USERS))
                .isInstanceOf(Rejection.InvalidToken.class);
    }

    @Test
    void whoManagesUsersOrLooksForTokensIsRemembered() {
        List<BiConsumer<Accounts, Actor>> calls = List.of(
                (house, ada) -> house.users.list(ada, null, 9),
                (house, ada) -> house.users.one(ada, ADA.id()),
                (house, ada) -> house.users.change(ada, ADA.id(), () -> user -> new ManageUsers.Wanted(null, false)),
                (house, ada) -> house.tokens.list(ada),
                (house, ada) -> assertThatThrownBy(() -> house.tokens.one(ada, ApiTokenId.random()))
                        .isInstanceOf(Rejection.NotFound.class));
        for (BiConsumer<Accounts, Actor> call : calls) {
            Accounts house = new Accounts();
            call.accept(house, house.program(ADA, Permission.MANAGE_USERS));
            assertThat(house.kept(ADA).email()).isEqualTo(ADA.email());
        }
    }

    @Test
    void whoIsRememberedIsNotWrittenAgain() {
        Actor ada = accounts.program(ADA, Permission.MANAGE_USERS);
        accounts.known.present(ada);
        accounts.disk.fill();
        accounts.known.present(ada);
        accounts.users.list(ada, null, 9);
        accounts.tokens.list(ada);
        assertThat(accounts.disk.refused()).isZero();
    }

    @Test
    void aStoreThatTakesNoWritesKeepsNobodyFromReading() {
        Actor ada = accounts.program(ADA, Permission.MANAGE_USERS);
        accounts.disk.fill();
        assertThat(accounts.known.present(ada)).isEqualTo(ada.user());
        assertThat(accounts.users.list(ada, null, 9)).isEmpty();
        assertThat(accounts.tokens.list(ada)).isEmpty();
        assertThat(accounts.disk.refused()).isEqualTo(1);
        accounts.disk.free();
        accounts.clock.forward(Accounts.MINUTE);
        accounts.known.present(ada);
        assertThat(accounts.kept(ADA).id()).isEqualTo(ADA.id());
    }

    @Test
    void nobodyIsNotRemembered() {
        assertThatThrownBy(() -> accounts.known.present(Actor.anonymous(Door.API)))
                .isInstanceOf(Rejection.NotSignedIn.class);
    }
}
