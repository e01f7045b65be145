package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.Test;

/** What a caller with a token sees. */
class BearerOverHttpTest extends HouseCalls {

    @Test
    void withoutATokenOneReadsAndDoesNotWrite() {
        answers(caller.get("/open"), 200, "nobody by API");
        assertThat(caller.send("POST", "/cities").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenWithThePermissionWrites() {
        answers(caller.withToken("POST", "/cities", editor()), 200, "Ada <ada@example.com> may [CREATE_CITIES] by API");
    }

    @Test
    void aTokenWithoutThePermissionReadsOnly() {
        answers(caller.withToken("GET", "/open", provider.token()), 200, "auth0|4711 <null> may [] by API");
        answers(caller.withToken("POST", "/cities", provider.token()), 403, "Forbidden");
    }

    @Test
    void aStoredRoleAddsToTheToken() {
        Ports ports = server.getApplicationContext().getBean(Ports.class);
        User first = User.first(new Identity(provider.issuer(), "admin", "Old name", null));
        ports.work().write(() -> {
            ports.users()
                    .save(new User(first.id(), first.issuer(), "admin", "Old name", null, Account.of(Role.EDITOR)));
            return null;
        });
        String token = provider.token(claims -> claims.subject("admin").claim("preferred_username", "grace"));
        assertThat(caller.withToken("POST", "/cities", token).body()).startsWith("grace <null> may [CREATE_CITIES, ");
    }

    @Test
    void whatATokenDoesNotTellStaysAsItWasKnown() {
        Ports ports = server.getApplicationContext().getBean(Ports.class);
        ports.work().write(() -> {
            ports.users().save(User.first(new Identity(provider.issuer(), "countess", "Ada", "ada@example.com")));
            return null;
        });
        String bare = provider.token(claims -> claims.subject("countess"));
        answers(caller.withToken("GET", "/open", bare), 200, "Ada <ada@example.com> may [] by API");
    }

    @Test
    void aBadTokenIsRefusedOnPublicReadsToo() {
        String expired = provider.token(claims -> claims.expirationTime(Date.from(Instant.EPOCH)));
        answers(caller.withToken("GET", "/open", expired), 401, "bad token: The token has expired (exp)");
        answers(caller.withToken("POST", "/cities", "x"), 401, "bad token: The token is not a signed JWT");
    }

    @Test
    void aMissingPathOrMethodIsThatWhateverTheToken() {
        assertThat(caller.withToken("GET", "/nowhere", "x").statusCode()).isEqualTo(404);
        assertThat(caller.withToken("DELETE", "/open", "x").statusCode()).isEqualTo(405);
        assertThat(caller.get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void aRouteWithoutARuleIsClosed() {
        assertThat(caller.get("/forgotten").statusCode()).isEqualTo(401);
        assertThat(caller.withToken("GET", "/forgotten", editor()).statusCode()).isEqualTo(403);
    }

    @Test
    void nothingOfMicronautsOwnAnswers() {
        for (String path : List.of(
                "/login",
                "/oauth/login",
                "/oauth/login/auth0",
                "/oauth/logout",
                "/oauth/access_token",
                "/keys",
                "/token_info")) {
            assertThat(caller.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(caller.send("POST", path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void whileKeysCannotBeHadOnlyRequestsWithTokensWait() throws Exception {
        try (TestProvider down = new TestProvider();
                EmbeddedServer lonely = SmallHouse.trusting(down.trusted())) {
            down.goesDown();
            Caller other = new Caller(lonely);
            answers(other.get("/open"), 200, "nobody by API");
            answers(other.withToken("GET", "/open", down.token()), 503, "Unavailable");
            assertThat(other.send("POST", "/cities").statusCode()).isEqualTo(401);
            down.comesUp();
            answers(other.withToken("GET", "/open", down.token()), 200, "auth0|4711 <null> may [] by API");
        }
    }

    @Test
    void withNobodyTrustedEveryTokenIsRefused() {
        try (EmbeddedServer alone = SmallHouse.trusting()) {
            Caller other = new Caller(alone);
            answers(other.get("/open"), 200, "nobody by API");
            assertThat(other.withToken("GET", "/open", editor()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void severalIssuersAreTrustedAtOnce() throws Exception {
        try (TestProvider second = new TestProvider(TestProvider.STRANGER);
                EmbeddedServer both = SmallHouse.trusting(
                        provider.trusted(), new TrustedIssuer(second.issuer(), "other", "realm_access.roles"))) {
            Caller other = new Caller(both);
            String roles = second.token(claims ->
                    claims.audience("other").claim("realm_access", Map.of("roles", List.of("create:cities"))));
            assertThat(other.withToken("POST", "/cities", roles).statusCode()).isEqualTo(200);
            assertThat(other.withToken("POST", "/cities", editor()).statusCode())
                    .isEqualTo(200);
            assertThat(other.withToken("GET", "/open", second.token()).statusCode())
                    .isEqualTo(401);
        }
    }
}
