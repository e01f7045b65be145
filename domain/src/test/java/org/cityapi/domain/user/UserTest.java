package org.cityapi.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UserTest {

    @Test
    void anIdIsAShortTokenThatStaysTheSame() {
        assertThat(UserId.of("https://issuer.example/", "auth0|5f7c").value())
                .matches("usr_[0-9a-f]{32}")
                .isEqualTo("usr_b93b7a42081f279bea7808fbf8bd2477");
    }

    @Test
    void issuerAndSubjectTogetherTellUsersApart() {
        List<UserId> ids = List.of(
                UserId.of("https://a.example", "1"),
                UserId.of("https://b.example", "1"),
                UserId.of("https://a.example", "2"),
                UserId.of("https://a.example1", ""),
                UserId.of("https://a.example", "1 "),
                UserId.of("https://a.example", "İ"),
                UserId.of("https://a.example", "i"));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whoIsSeenForTheFirstTimeIsAViewer() {
        User user = User.first(new Identity("https://issuer.example", "ada", "Ada", "ada@example.org"));
        assertThat(user)
                .isEqualTo(new User(
                        UserId.of("https://issuer.example", "ada"),
                        "https://issuer.example",
                        "ada",
                        "Ada",
                        "ada@example.org",
                        Account.of(Role.VIEWER)));
    }

    @Test
    void whoHasNoNameIsCalledByTheSubject() {
        assertThat(User.first(new Identity("https://issuer.example", "ada", null, null))
                        .name())
                .isEqualTo("ada");
        assertThat(User.first(new Identity("https://issuer.example", "ada", " ", null))
                        .name())
                .isEqualTo("ada");
    }

    @Test
    void whoIsSeenAgainKeepsTheRoleThatIsStoredHere() {
        User editor = new User(
                UserId.of("https://issuer.example", "ada"),
                "https://issuer.example",
                "ada",
                "Ada",
                null,
                Account.of(Role.EDITOR));
        Identity now = new Identity("https://issuer.example", "ada", "Countess", "ada@example.org");
        assertThat(editor.seenAs(now))
                .isEqualTo(new User(
                        editor.id(),
                        "https://issuer.example",
                        "ada",
                        "Countess",
                        "ada@example.org",
                        Account.of(Role.EDITOR)));
    }

    @Test
    void whatTheProviderDoesNotTellStays() {
        User known = User.first(new Identity("https://issuer.example", "ada", "Ada", "ada@example.org"));
        assertThat(known.seenAs(new Identity("https://issuer.example", "ada", null, null)))
                .isEqualTo(known);
        assertThat(known.seenAs(new Identity("https://issuer.example", "ada", " ", "")))
                .isEqualTo(known);
        User renamed = known.seenAs(new Identity("https://issuer.example", "ada", "Countess", null));
        assertThat(renamed.name()).isEqualTo("Countess");
        assertThat(renamed.email()).isEqualTo("ada@example.org");
    }

    @Test
    void aNameThatIsOnlyTheSubjectWasNotTold() {
        User nameless = User.first(new Identity("https://issuer.example", "ada", null, null));
        assertThat(nameless.told()).isEqualTo(new Identity("https://issuer.example", "ada", null, null));
        User named = User.first(new Identity("https://issuer.example", "ada", "Ada", "ada@example.org"));
        assertThat(named.told()).isEqualTo(new Identity("https://issuer.example", "ada", "Ada", "ada@example.org"));
    }
}
