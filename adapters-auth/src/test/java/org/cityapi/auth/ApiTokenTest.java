package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.cityapi.application.ManageTokens;
import org.cityapi.domain.token.TokenText;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.Test;

/** API tokens as the bearer of a request. */
class ApiTokenTest extends SignInCalls {

    private static final Set<Permission> SCOPES = Set.of(Permission.CREATE_CITIES);

    private ManageTokens.Made made(String subject) {
        return made(provider.issuer(), subject);
    }

    private ManageTokens.Made made(String issuer, String subject) {
        User owner = User.first(new Identity(issuer, subject, "Ada", null));
        Actor actor = new Actor(owner, SCOPES, Door.WEB);
        return server.getApplicationContext()
                .getBean(ManageTokens.class)
                .make(
                        actor,
                        now -> new ManageTokens.Wanted(
                                "import", SCOPES, clock().instant().plus(Duration.ofDays(1))));
    }

    private String asks(String token) {
        return caller.withToken("GET", "/api/me", token).body();
    }

    @Test
    void itSpeaksForItsOwnerWithinItsScopes() {
        String token = made("ada").text().value();
        Accounts.give(server, provider.issuer(), "ada", Role.ADMIN);
        assertThat(asks(token)).isEqualTo("Ada <null> may [CREATE_CITIES] by API");
        assertThat(caller.withToken("POST", "/cities", token).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsMisspeltUnknownRevokedOrOverIsRefused() {
        ManageTokens.Made made = made("ada");
        String token = made.text().value();
        String misspelt = "bad token: The API token is misspelt";
        assertThat(asks(token.substring(0, token.length() - 1))).isEqualTo(misspelt);
        assertThat(asks(TokenText.PREFIX)).isEqualTo(misspelt);
        assertThat(asks(TokenText.PREFIX + "eyJ.e30.x")).isEqualTo(misspelt);
        assertThat(asks(TokenText.random().value())).isEqualTo("bad token: The API token is unknown or revoked");
        clock().putForward(Duration.ofDays(1));
        assertThat(asks(token)).isEqualTo("bad token: The API token has expired");
        clock().putForward(Duration.ofDays(-1));
        User owner = User.first(new Identity(provider.issuer(), "ada", "Ada", null));
        server.getApplicationContext()
                .getBean(ManageTokens.class)
                .revoke(new Actor(owner, SCOPES, Door.WEB), made.token().id());
        assertThat(asks(token)).isEqualTo("bad token: The API token is unknown or revoked");
    }

    @Test
    void aDisabledOwnersTokensAreRefusedAtOnce() {
        String token = made("ada").text().value();
        assertThat(asks(token)).startsWith("Ada");
        Accounts.disable(server, provider.issuer(), "ada");
        assertThat(asks(token)).isEqualTo("bad token: The account is disabled");
    }

    @Test
    void thatOfAUserWhoseProviderIsNoLongerSetIsRefused() {
        String local = "http://localhost:8081/local";
        String token = made(local, "admin").text().value();
        Accounts.give(server, local, "admin", Role.ADMIN);
        assertThat(asks(token))
                .isEqualTo("bad token: The API token is of a user whose identity provider is not set here");
    }

    @Test
    void itIsTakenInTheHeaderOnly() {
        String token = made("ada").text().value();
        assertThat(caller.get("/api/me?access_token=" + token).body()).isEqualTo("nobody by API");
        assertThat(caller.get("/account", "Cookie", SESSION + "=" + token).body())
                .isEqualTo("nobody by API");
    }
}
