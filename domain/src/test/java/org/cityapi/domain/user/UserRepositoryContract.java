package org.cityapi.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link UserRepository} promises. */
public abstract class UserRepositoryContract {

    private static final User ADA = User.first("https://issuer.example/", "auth0|5f7c", "Ada 'q' Łovelace 🧮", null);

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
        User one = User.first("https://one.example", "ada", "Ada", "ada@example.org");
        User two = User.first("https://two.example", "ada", "Ada", "ada@example.org");
        save(one);
        save(two);
        assertThat(users.find(one.id())).contains(one);
        assertThat(users.find(two.id())).contains(two);
    }

    @Test
    void issuerAndSubjectMayBeLong() {
        User user = User.first("https://" + "i".repeat(500) + ".example", "s".repeat(255), "n".repeat(500), null);
        save(user);
        assertThat(users.find(user.id())).contains(user);
    }

    private void save(User user) {
        ports.work().write(() -> {
            users.save(user);
            return user;
        });
    }
}
