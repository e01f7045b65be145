package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.cityapi.auth.local.LocalProvider;
import org.junit.jupiter.api.Test;

/** Local mode from end to end: a token of the local provider opens what its role may. */
class LocalProviderTrustedTest {

    @Test
    void itsTokensAreTakenForWhatTheirRoleAllows() throws Exception {
        try (LocalProvider provider = LocalProvider.start(0);
                EmbeddedServer server =
                        SmallHouse.trusting(new TrustedIssuer(provider.issuer(), LocalProvider.AUDIENCE, null))) {
            Caller caller = new Caller(server);
            assertThat(caller.withToken("POST", "/cities", token(caller, provider, "local-viewer"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(caller.withToken("POST", "/cities", token(caller, provider, "local-editor"))
                            .body())
                    .isEqualTo("Local editor <null> may [CREATE_CITIES, UPDATE_CITIES, DELETE_CITIES, IMPORT_CITIES,"
                            + " READ_HISTORY] by API");
            assertThat(caller.withToken("GET", "/open", token(caller, provider, "local-admin"))
                            .body())
                    .contains("MANAGE_USERS");
        }
    }

    private static String token(Caller caller, LocalProvider provider, String client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(provider.issuer() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + client + "&client_secret=local"))
                .build();
        return JSONObjectUtils.getString(
                JSONObjectUtils.parse(caller.send(request).body()), "access_token");
    }
}
