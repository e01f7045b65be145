package org.cityapi.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link UserRepository} promises. */
public abstract class UserRepositoryContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final User ADA =
            User.first(new Identity("https://issuer.example/", "auth0|5f7c", "Ada 'q' Łovelace 🧮", null));

    private Ports ports;
    private UserRepository users;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
        users = ports.users();
    }

    @Test
    void whoWasNotSavedIsNotFound() {
        save(ADA);
        assertThat(users.find(UserId.of("https://issuer.example/", "bob"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aSavedUserIsFoundAsHeWasSaved(Role role) {
        User user = new User(ADA.id(), ADA.issuer(), ADA.subject(), ADA.name(), "ada@example.org", Account.of(role));
        save(user);
        assertThat(users.find(user.id())).contains(user);
    }

    @Test
    void aUserNeedsNoEmail() {
        save(ADA);
        assertThat(users.find(ADA.id())).contains(ADA);
    }

    @Test
    void aUserSavedAgainTakesHisOwnPlace() {
        save(new User(ADA.id(), ADA.issuer(), ADA.subject(), "Ada", "ada@example.org", Account.of(Role.ADMIN)));
        User later = new User(ADA.id(), ADA.issuer(), ADA.subject(), "Countess", null, Account.of(Role.EDITOR));
        save(later);
        assertThat(users.find(ADA.id())).contains(later);
    }

    @Test
    void twoUsersMayShareTheirNameAndEmail() {
        User one = User.first(new Identity("https://one.example", "ada", "Ada", "ada@example.org"));
        User two = User.first(new Identity("https://two.example", "ada", "Ada", "ada@example.org"));
        save(one);
        save(two);
        assertThat(users.find(one.id())).contains(one);
        assertThat(users.find(two.id())).contains(two);
    }

    @Test
    void issuerAndSubjectMayBeLong() {
        User user = User.first(
                new Identity("https://" + "i".repeat(500) + ".example", "s".repeat(255), "n".repeat(500), null));
        save(user);
        assertThat(users.find(user.id())).contains(user);
    }

    @Test
    void anAccountComesBackAsItWent() {
        List<Account> accounts = List.of(
                new Account(Role.EDITOR, true, true, EnumSet.allOf(Permission.class), AT),
                new Account(Role.VIEWER, true, false, Set.of(Permission.MANAGE_USERS), AT),
                new Account(Role.VIEWER, false, true, Set.of(), null));
        for (Account account : accounts) {
            save(ADA.with(account));
            assertThat(users.find(ADA.id())).contains(ADA.with(account));
        }
    }

    @Test
    void aPageIsInTheOrderOfTheIdsAndBeginsBehindOne() {
        List<User> all = Stream.of("ada", "bob", "cleo", "dan", "eve")
                .map(subject -> User.first(new Identity("https://issuer.example", subject, null, null)))
                .sorted(Comparator.comparing(user -> user.id().value()))
                .toList();
        all.forEach(this::save);
        assertThat(users.page(null, 9)).isEqualTo(all);
        assertThat(users.page(null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(users.page(all.get(1).id(), 2)).isEqualTo(all.subList(2, 4));
        assertThat(users.page(all.get(3).id(), 2)).isEqualTo(all.subList(4, 5));
        assertThat(users.page(all.get(4).id(), 2)).isEmpty();
    }

    @Test
    void aPageMayBeginBehindAnIdThatNobodyHas() {
        save(ADA);
        assertThat(users.page(new UserId("usr_"), 1)).containsExactly(ADA);
        assertThat(users.page(new UserId(ADA.id().value() + "0"), 1)).isEmpty();
    }

    @Test
    void whoIsNoAdministratorOrDisabledDoesNotCountAsOne() {
        save(ADA.with(Account.of(Role.ADMIN)));
        save(someone("bob", Account.of(Role.EDITOR)));
        save(someone("cleo", Account.of(Role.ADMIN).withDisabled(true)));
        save(someone("dan", Account.of(Role.VIEWER).withGranted(EnumSet.allOf(Permission.class))));
        assertThat(users.hasAdministratorBeside(ADA.id())).isFalse();
        assertThat(users.hasAdministratorBeside(UserId.of("https://issuer.example/", "bob")))
                .isTrue();
        save(someone("cleo", Account.of(Role.ADMIN)));
        assertThat(users.hasAdministratorBeside(ADA.id())).isTrue();
    }

    @Test
    void nobodyIsSavedOutsideOfWorkThatWrites() {
        assertThatThrownBy(() -> users.save(ADA)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports.work().read(() -> {
                    users.save(ADA);
                    return ADA;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(users.find(ADA.id())).isEmpty();
    }

    private static User someone(String subject, Account account) {
        return User.first(new Identity(ADA.issuer(), subject, null, null)).with(account);
    }

    private void save(User user) {
        ports.work().write(() -> {
            users.save(user);
            return user;
        });
    }
}
