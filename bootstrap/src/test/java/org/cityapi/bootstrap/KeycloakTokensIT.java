package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the register thinks of the tokens that Keycloak gives to people's scripts and to programs. */
class KeycloakTokensIT {

    private static final String CITY = "{\"name\":\"Testville\",\"countryCode\":\"FR\",\"population\":12}";

    @TempDir
    static Path folder;

    private static Keycloak keycloak;
    private static RunningJar register;

    @BeforeAll
    static void start(@TempDir Path provider) {
        CityApiJar jar = CityApiJar.in(folder).with("CITY_SEED", "none");
        keycloak = Keycloak.start(provider, jar.port());
        register = keycloak.trustedBy(jar).start().awaitReady();
    }

    @AfterAll
    static void stop() {
        register.close();
        keycloak.close();
    }

    private static HttpResponse<String> create(String token) {
        return register.send(
                "POST", "/api/v2/cities", CITY, "Authorization: Bearer " + token, "Content-Type: application/json");
    }

    private static void isRefusedAsNoAccessToken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("invalid_token"));
    }

    @Test
    void aPersonsScriptMayWhatTheRolesOfTheRealmSay() {
        assertThat(create(keycloak.tokenOf("eddie")).statusCode()).isEqualTo(201);
        HttpResponse<String> refused = create(keycloak.tokenOf("vera"));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("insufficient_scope"));
    }

    @Test
    void aProgramWithATokenAfterRfc9068MayWriteAsWell() {
        assertThat(create(keycloak.tokenOfProgram()).statusCode()).isEqualTo(201);
    }

    @Test
    void theCommandsOfTheDocsLetAProgramWrite() throws Exception {
        Process bash = new ProcessBuilder("bash", "-c", keycloak.commands().toWriteACity()).start();
        bash.getOutputStream().close();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("{\"id\":").contains("\"name\":\"Testville\"");
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        isRefusedAsNoAccessToken(create(keycloak.idTokenOf("ada")));
    }

    @Test
    void aTokenForAnotherApiIsRefused() {
        isRefusedAsNoAccessToken(create(keycloak.tokenForAnotherApi("ada")));
    }

    @Test
    void aNewKeyIsTakenWithinAMinuteAndTheFormerStillVerifies() throws Exception {
        String former = keycloak.tokenOf("eddie");
        assertThat(create(former).statusCode()).isEqualTo(201);
        keycloak.rotateKeys();
        String current = keycloak.tokenOf("eddie");
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (create(current).statusCode() != 201) {
            assertThat(System.nanoTime()).as("a minute has passed").isLessThan(end);
            Thread.sleep(500);
        }
        assertThat(create(former).statusCode()).isEqualTo(201);
    }
}
