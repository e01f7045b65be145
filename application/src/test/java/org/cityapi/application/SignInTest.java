package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Accounts.ADA;
import static org.cityapi.application.Accounts.BOB;
import static org.cityapi.application.Accounts.CHIEF;
import static org.cityapi.application.Accounts.proof;

import java.util.Map;
import java.util.Set;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityEvent.Kind;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.Test;

class SignInTest {

    private final Accounts accounts = new Accounts();

    @Test
    void whoSignsInFirstIsKeptAsAViewerWithWhatTheProviderGrants() {
        accounts.signIn(ADA, Permission.READ_HISTORY);
        Set<Permission> granted = Set.of(Permission.READ_HISTORY);
        assertThat(accounts.kept(ADA))
                .isEqualTo(User.first(ADA).with(new Account(Role.VIEWER, false, false, granted, Register.KEPT)));
    }

    @Test
    void aSignInOpensASession() {
        Secret secret = accounts.signIn(ADA, Permission.READ_HISTORY);
        assertThat(accounts.session(secret))
                .isEqualTo(new Session(
                        SessionId.of(secret),
                        ADA.id(),
                        "oidc",
                        Set.of(Permission.READ_HISTORY),
                        "Firefox",
                        Register.KEPT,
                        Register.KEPT));
    }

    @Test
    void theSameSubjectOfTwoIssuersIsTwoUsers() {
        Identity other = new Identity("https://other.example", ADA.subject(), ADA.name(), ADA.email());
        Secret one = accounts.signIn(ADA);
        Secret two = accounts.signIn(other);
        assertThat(accounts.session(one).user()).isEqualTo(ADA.id());
        assertThat(accounts.session(two).user()).isEqualTo(other.id());
        assertThat(accounts.ports.users().page(null, 9)).hasSize(2);
        accounts.give(ADA, Role.ADMIN);
        assertThat(accounts.actor(two).permissions()).isEmpty();
    }

    @Test
    void whoSignsInAgainIsCalledAsTheProviderSaysNowAndKeepsHisRole() {
        accounts.signIn(ADA, Permission.READ_HISTORY);
        accounts.give(ADA, Role.EDITOR);
        accounts.signIn(new Identity(ADA.issuer(), ADA.subject(), "Countess", null), Permission.MANAGE_USERS);
        User kept = accounts.kept(ADA);
        assertThat(kept.name()).isEqualTo("Countess");
        assertThat(kept.email()).isEqualTo("ada@example.org");
        assertThat(kept.role()).isEqualTo(Role.EDITOR);
        assertThat(kept.account().granted()).containsExactly(Permission.MANAGE_USERS);
    }

    /** In Turkish, the small letter of I would be another one. */
    @Test
    void whoseVerifiedAddressIsNamedBecomesAdministrator() {
        accounts.signIn(CHIEF);
        assertThat(accounts.account(CHIEF).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void becomingAdministratorIsLoggedOnce() {
        accounts.signIn(CHIEF);
        accounts.signIn(CHIEF);
        Map<String, String> details = Map.of("target", CHIEF.id().value(), "from", "VIEWER", "to", "ADMIN");
        assertThat(accounts.kindsOfEvents()).containsExactly(Kind.SIGNED_IN, Kind.ROLE_CHANGED, Kind.SIGNED_IN);
        assertThat(accounts.log.events().get(1)).isEqualTo(new SecurityEvent(Kind.ROLE_CHANGED, CHIEF.id(), details));
    }

    /** U+212A, the sign for Kelvin, has a k for its small letter. */
    @Test
    void anAddressThatOnlyUnicodeTakesForTheNamedOneMakesNoAdministrator() {
        SignIn named = new SignIn(
                accounts.ports.work(),
                accounts.ports.users(),
                accounts.ports.sessions(),
                accounts.log,
                Set.of("book@example.org"),
                accounts.clock);
        Identity other = new Identity(ADA.issuer(), "kelvin", null, "boo\u212A@example.org");
        Identity real = new Identity(ADA.issuer(), "book", null, "BOOK@example.org");
        named.accept(proof(other), "Firefox", null);
        named.accept(proof(real), "Firefox", null);
        assertThat(accounts.account(other).role()).isEqualTo(Role.VIEWER);
        assertThat(accounts.account(real).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void whoWasKnownBeforeHisAddressWasVerifiedBecomesAdministratorThen() {
        accounts.signIn.accept(new SignIn.Proof(CHIEF, false, Set.of(), "oidc"), "Firefox", null);
        assertThat(accounts.account(CHIEF).role()).isEqualTo(Role.VIEWER);
        assertThat(accounts.log.events())
                .extracting(SecurityEvent::details)
                .containsExactly(
                        Map.of("provider", "oidc", "hint", "an address of CITY_ADMINS, which is not verified"));
        accounts.signIn(CHIEF);
        assertThat(accounts.account(CHIEF).role()).isEqualTo(Role.ADMIN);
        accounts.signIn.accept(new SignIn.Proof(CHIEF, false, Set.of(), "oidc"), "Firefox", null);
        assertThat(accounts.log.events().get(accounts.log.events().size() - 1).details())
                .isEqualTo(Map.of("provider", "oidc"));
    }

    @Test
    void anAddressThatIsNotVerifiedOrNotNamedMakesNoAdministrator() {
        Identity nameless = new Identity(CHIEF.issuer(), "nobody", null, null);
        accounts.signIn.accept(new SignIn.Proof(CHIEF, false, Set.of(), "oidc"), "Firefox", null);
        accounts.signIn(ADA);
        accounts.signIn(nameless);
        for (Identity each : Set.of(CHIEF, ADA, nameless)) {
            assertThat(accounts.account(each).role()).isEqualTo(Role.VIEWER);
        }
    }

    @Test
    void whomAnAdministratorGaveAnotherRoleIsNamedInVain() {
        accounts.signIn(CHIEF);
        accounts.give(BOB, Role.ADMIN);
        accounts.users.change(
                accounts.actor(accounts.signIn(BOB)),
                CHIEF.id(),
                () -> user -> new ManageUsers.Wanted(Role.VIEWER, null));
        accounts.signIn(CHIEF);
        assertThat(accounts.account(CHIEF).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void theFormerSessionOfTheBrowserEndsAndNoOther() {
        Secret elsewhere = accounts.signIn(ADA);
        Secret former = accounts.signIn(ADA);
        Secret now = accounts.signIn.accept(proof(ADA), "Firefox", former);
        assertThat(now).isNotEqualTo(former);
        assertThat(accounts.sessions.recognize(former)).isEmpty();
        assertThat(accounts.sessions.recognize(now)).isPresent();
        assertThat(accounts.sessions.recognize(elsewhere)).isPresent();
    }

    @Test
    void whoIsDisabledIsRefusedAndNothingIsStored() {
        Secret former = accounts.signIn(ADA);
        accounts.disable(ADA);
        User before = accounts.kept(ADA);
        Identity renamed = new Identity(ADA.issuer(), ADA.subject(), "Countess", "new@example.org");
        assertThatThrownBy(() -> accounts.signIn.accept(proof(renamed, Permission.MANAGE_USERS), "Firefox", former))
                .isInstanceOf(Rejection.AccountDisabled.class);
        assertThat(accounts.kept(ADA)).isEqualTo(before);
        assertThat(accounts.ports.sessions().of(ADA.id())).containsExactly(accounts.session(former));
        assertThat(accounts.lastEvent())
                .isEqualTo(new SecurityEvent(
                        Kind.SIGN_IN_FAILED,
                        ADA.id(),
                        Map.of("provider", "oidc", "reason", "the account is disabled")));
    }

    @Test
    void aSignInThatCannotBeStoredIsNone() {
        accounts.disk.fill();
        assertThatThrownBy(() -> accounts.signIn(ADA)).isInstanceOf(Rejection.Unavailable.class);
        assertThat(accounts.log.events()).isEmpty();
    }

    @Test
    void aSignInIsLoggedWithoutItsSecret() {
        Secret secret = accounts.signIn(ADA);
        assertThat(accounts.log.events())
                .containsExactly(new SecurityEvent(Kind.SIGNED_IN, ADA.id(), Map.of("provider", "oidc")));
        String told = accounts.log.events().toString() + secret + accounts.sessions.recognize(secret);
        assertThat(told).contains("Firefox").doesNotContain(secret.value());
    }
}
