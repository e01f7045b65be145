package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Accounts.ADA;
import static org.cityapi.application.Accounts.BOB;
import static org.cityapi.application.Accounts.MINUTE;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.cityapi.application.ManageTokens.Made;
import org.cityapi.application.ManageTokens.Wanted;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityEvent.Kind;
import org.cityapi.domain.token.ApiToken;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LendTokensTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Accounts accounts = new Accounts();
    private final LendTokens lend = new LendTokens(accounts.tokens);
    private Actor ada = Actor.anonymous(Door.API);

    @BeforeEach
    void anEditor() {
        accounts.give(ADA, Role.EDITOR);
        ada = accounts.actor(accounts.signIn(ADA, Permission.MANAGE_USERS));
        accounts.log.events().clear();
    }

    @Test
    void aLentTokenAllowsForAnHourWhatItsOwnerMay() {
        Made lent = lend.lend(ada);
        assertThat(lent.token().name()).isEqualTo("API documentation");
        assertThat(lent.token().scopes()).isEqualTo(ada.permissions()).contains(Permission.MANAGE_USERS);
        assertThat(lent.token().expiresAt()).isEqualTo(lent.token().createdAt().plus(HOUR));
        assertThat(accounts.tokens.list(ada)).containsExactly(lent.token());
        Actor there = accounts.tokens.recognize(lent.text().value());
        assertThat(there.userId()).isEqualTo(ADA.id());
        assertThat(there.permissions()).isEqualTo(ada.permissions());
        accounts.clock.forward(HOUR);
        assertThatThrownBy(() -> accounts.tokens.recognize(lent.text().value()))
                .isInstanceOf(Rejection.InvalidToken.class);
    }

    @Test
    void theNextOneTakesThePlaceOfTheOneBeforeAndBothIsOnRecord() {
        Made first = lend.lend(ada);
        accounts.clock.forward(MINUTE);
        Made second = lend.lend(ada);
        assertThat(accounts.tokens.list(ada)).containsExactly(second.token());
        assertThatThrownBy(() -> accounts.tokens.recognize(first.text().value()))
                .isInstanceOf(Rejection.InvalidToken.class);
        assertThat(accounts.log.events())
                .containsExactly(
                        event(Kind.TOKEN_MADE, first),
                        event(Kind.TOKEN_REVOKED, first),
                        event(Kind.TOKEN_MADE, second));
    }

    @Test
    void oneThatHasExpiredIsNotLeftInTheList() {
        lend.lend(ada);
        accounts.clock.forward(HOUR.multipliedBy(2));
        ada = accounts.actor(accounts.signIn(ADA));
        assertThat(accounts.tokens.list(ada)).hasSize(1);
        Made next = lend.lend(ada);
        assertThat(accounts.tokens.list(ada)).containsExactly(next.token());
    }

    @Test
    void noOtherTokenIsTouchedWhateverItIsCalledAndWhoseverItIs() {
        ApiToken own = own("API documentation", HOUR.plusMillis(1));
        ApiToken hourly = own("CI", HOUR);
        Actor bob = accounts.actor(accounts.signIn(BOB));
        Made bobs = lend.lend(bob);
        lend.lend(ada);
        Made lent = lend.lend(ada);
        assertThat(accounts.tokens.list(ada)).containsExactlyInAnyOrder(own, hourly, lent.token());
        assertThat(accounts.tokens.list(bob)).containsExactly(bobs.token());
    }

    @Test
    void aFullListTakesNoMoreButTheOneInItCanBeReplaced() {
        Made lent = lend.lend(ada);
        for (int i = 1; i < ManageTokens.MAX_TOKENS; i++) {
            own("CI", HOUR);
        }
        Made next = lend.lend(ada);
        assertThat(accounts.tokens.list(ada)).contains(next.token()).doesNotContain(lent.token());
        accounts.tokens.revoke(ada, next.token().id());
        own("CI", HOUR);
        accounts.log.events().clear();
        assertThatThrownBy(() -> lend.lend(ada)).isInstanceOf(Rejection.TooManyTokens.class);
        assertThat(accounts.log.events()).isEmpty();
    }

    @Test
    void nothingIsLentToNobodyNorToAnApiToken() {
        Actor program = accounts.tokens.recognize(lend.lend(ada).text().value());
        assertThatThrownBy(() -> lend.lend(program)).isInstanceOf(Rejection.WrongCredential.class);
        assertThatThrownBy(() -> lend.lend(Actor.anonymous(Door.API))).isInstanceOf(Rejection.NotSignedIn.class);
    }

    @Test
    void whereNothingCanBeStoredTheEarlierOneGoesOn() {
        Made lent = lend.lend(ada);
        accounts.log.events().clear();
        accounts.disk.fill();
        assertThatThrownBy(() -> lend.lend(ada)).isInstanceOf(Rejection.Unavailable.class);
        assertThat(accounts.ports.tokens().findByDigest(lent.text().digest())).contains(lent.token());
        assertThat(accounts.log.events()).isEmpty();
    }

    private ApiToken own(String name, Duration life) {
        return accounts.tokens
                .make(ada, now -> new Wanted(name, Set.of(), now.plus(life)))
                .token();
    }

    private static SecurityEvent event(Kind kind, Made made) {
        return new SecurityEvent(
                kind, ADA.id(), Map.of("token", made.token().id().value()));
    }
}
