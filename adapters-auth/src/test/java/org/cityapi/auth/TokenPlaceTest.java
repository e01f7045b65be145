package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a token may stand in a request (RFC 6750, section 2.1), and where it may not. */
class TokenPlaceTest extends HouseCalls {

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "Bearer", "Bearer "})
    void theSchemeIsWrittenInAnyCase(String scheme) {
        answers(
                caller.get("/open", "Authorization", scheme + " " + provider.token()),
                200,
                "auth0|4711 <null> may [] by API");
    }

    @Test
    void twoHeadersLeaveOpenWhoIsAsking() {
        HttpResponse<String> response = caller.get(
                "/open", "Authorization", "Bearer " + editor(), "Authorization", "Bearer " + provider.token());
        answers(response, 400, "UnreadableCredentials");
        assertThat(caller.get("/open", "Authorization", "Bearer " + editor() + ", Bearer " + editor())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anEmptyBearerIsABadOne() {
        for (String empty : List.of("Bearer", "Bearer ", "bearer")) {
            answers(caller.get("/open", "Authorization", empty), 400, "UnreadableCredentials");
        }
    }

    @Test
    void otherSchemesAreNoToken() {
        for (String other : List.of("Basic bG9jYWwtYWRtaW46bG9jYWw=", "Token " + editor(), "BearerX y", editor(), "")) {
            answers(caller.get("/open", "Authorization", other), 200, "nobody by API");
            assertThat(caller.send("POST", "/cities", "Authorization", other).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aTokenElsewhereThanInTheHeaderIsIgnored() {
        String token = editor();
        answers(caller.get("/open?access_token=" + token), 200, "nobody by API");
        for (String name : List.of("JWT", "access_token", "Authorization", "JWT_REFRESH_TOKEN")) {
            answers(caller.get("/open", "Cookie", name + "=" + token), 200, "nobody by API");
        }
        answers(caller.get("/open", "X-Forwarded-Access-Token", token), 200, "nobody by API");
        HttpRequest form = HttpRequest.newBuilder(URI.create(server.getURL() + "/cities"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("access_token=" + token))
                .build();
        assertThat(caller.send(form).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOfOneHundredKilobytesIsRefused() {
        assertThat(caller.withToken("GET", "/open", "x".repeat(100_000)).statusCode())
                .isBetween(400, 499);
    }
}
