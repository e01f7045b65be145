package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Accounts.ADA;
import static org.cityapi.application.Accounts.BOB;
import static org.cityapi.application.Accounts.MINUTE;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cityapi.application.ManageTokens.Made;
import org.cityapi.application.ManageTokens.Wanted;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityEvent.Kind;
import org.cityapi.domain.token.ApiToken;
import org.cityapi.domain.token.ApiTokenId;
import org.cityapi.domain.token.TokenText;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManageTokensTest {

    private static final Instant LATER = Register.KEPT.plusSeconds(3_600);
    private static final Function<Instant, Wanted> UNREAD = now -> {
        throw new AssertionError("A body was read");
    };

    private final Accounts accounts = new Accounts();
    private Actor ada = Actor.anonymous(Door.API);

    @BeforeEach
    void anEditor() {
        accounts.give(ADA, Role.EDITOR);
        ada = accounts.actor(accounts.signIn(ADA));
        accounts.log.events().clear();
    }

    @Test
    void aMadeTokenIsKeptWithoutItsText() {
        Made made = make(Permission.CREATE_CITIES, Permission.READ_HISTORY);
        ApiToken token = made.token();
        assertThat(token)
                .isEqualTo(new ApiToken(
                        token.id(),
                        ADA.id(),
                        "CI",
                        Set.of(Permission.CREATE_CITIES, Permission.READ_HISTORY),
                        Register.KEPT,
                        LATER,
                        null));
        assertThat(accounts.tokens.list(ada)).containsExactly(token);
        assertThat(accounts.tokens.one(ada, token.id())).isEqualTo(token);
        assertThat(TokenText.isWellFormed(made.text().value())).isTrue();
        assertThat(accounts.ports.tokens().findByDigest(made.text().digest())).contains(token);
        assertThat(accounts.ports.tokens().findByDigest(made.text().value())).isEmpty();
    }

    @Test
    void makingAndRevokingIsLoggedWithoutTheText() {
        Made made = make(Permission.CREATE_CITIES);
        accounts.tokens.revoke(ada, made.token().id());
        Map<String, String> details = Map.of("token", made.token().id().value());
        assertThat(accounts.log.events())
                .containsExactly(
                        new SecurityEvent(Kind.TOKEN_MADE, ADA.id(), details),
                        new SecurityEvent(Kind.TOKEN_REVOKED, ADA.id(), details));
        assertThat(accounts.log.events().toString() + made)
                .doesNotContain(made.text().value());
    }

    @Test
    void aTokenMayAllowNothing() {
        assertThat(make().token().scopes()).isEmpty();
    }

    @Test
    void noScopeIsWiderThanWhatTheOwnerMay() {
        assertThatThrownBy(() -> make(Permission.CREATE_CITIES, Permission.MANAGE_USERS))
                .isInstanceOfSatisfying(
                        Rejection.Forbidden.class,
                        refused -> assertThat(refused.permission()).isEqualTo("manage:users"));
        assertThat(accounts.tokens.list(ada)).isEmpty();
        assertThat(accounts.log.events()).isEmpty();
    }

    @Test
    void anApiTokenMakesNoTokenAndNobodyReadsWhatItAsks() {
        Actor program =
                accounts.tokens.recognize(make(Permission.CREATE_CITIES).text().value());
        assertThatThrownBy(() -> accounts.tokens.make(program, UNREAD)).isInstanceOf(Rejection.WrongCredential.class);
        assertThat(accounts.tokens.list(ada)).hasSize(1);
    }

    @Test
    void whoIsNotSignedInHasNoTokens() {
        Actor nobody = Actor.anonymous(Door.API);
        ApiTokenId adas = make().token().id();
        accounts.disk.fill();
        assertThatThrownBy(() -> accounts.tokens.make(nobody, UNREAD)).isInstanceOf(Rejection.NotSignedIn.class);
        assertThatThrownBy(() -> accounts.tokens.list(nobody)).isInstanceOf(Rejection.NotSignedIn.class);
        assertThatThrownBy(() -> accounts.tokens.one(nobody, adas)).isInstanceOf(Rejection.NotSignedIn.class);
        assertThatThrownBy(() -> accounts.tokens.revoke(nobody, adas)).isInstanceOf(Rejection.NotSignedIn.class);
    }

    @Test
    void theNewestTokenComesFirst() {
        ApiToken first = make().token();
        accounts.clock.forward(MINUTE);
        ApiToken second = make().token();
        assertThat(accounts.tokens.list(ada)).containsExactly(second, first);
    }

    @Test
    void aTokenOfSomebodyElseIsNotFoundAndGoesOn() {
        Made adas = make(Permission.CREATE_CITIES);
        Actor bob = accounts.actor(accounts.signIn(BOB, Permission.MANAGE_USERS));
        accounts.log.events().clear();
        for (ApiTokenId id : Set.of(adas.token().id(), ApiTokenId.random())) {
            assertThatThrownBy(() -> accounts.tokens.one(bob, id)).isInstanceOf(Rejection.NotFound.class);
            assertThatThrownBy(() -> accounts.tokens.revoke(bob, id)).isInstanceOf(Rejection.NotFound.class);
        }
        assertThat(accounts.tokens.list(bob)).isEmpty();
        assertThat(accounts.tokens.recognize(adas.text().value()).userId()).isEqualTo(ADA.id());
        assertThat(accounts.log.events()).isEmpty();
    }

    @Test
    void ofAUserWhoseProviderIsNotSetATokenIsRefusedAndNotNotedAsUsed() {
        Made made = make(Permission.CREATE_CITIES);
        accounts.strangers.add(ADA.id());
        assertThatThrownBy(() -> accounts.tokens.recognize(made.text().value()))
                .isInstanceOf(Rejection.InvalidToken.class);
        assertThat(accounts.tokens.one(ada, made.token().id()).usedAt()).isNull();
        accounts.strangers.clear();
        assertThat(accounts.tokens.recognize(made.text().value()).userId()).isEqualTo(ADA.id());
    }

    @Test
    void aTokenThatCannotBeStoredIsNotLogged() {
        accounts.disk.fill();
        assertThatThrownBy(() -> make(Permission.CREATE_CITIES)).isInstanceOf(Rejection.Unavailable.class);
        assertThat(accounts.log.events()).isEmpty();
    }

    private Made make(Permission... scopes) {
        return accounts.tokens.make(ada, now -> new Wanted("CI", Set.of(scopes), LATER));
    }
}
