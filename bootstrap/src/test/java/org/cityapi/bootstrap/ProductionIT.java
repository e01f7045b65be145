package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.auth.local.LocalProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a provider configured nothing of local mode exists, even while that provider is away. */
class ProductionIT {

    private static final String BROWSER = "Accept: text/html";

    @TempDir
    Path folder;

    private static final Pattern API_TOKEN = Pattern.compile("cityapi_\\w{36}");

    /** Local mode's administrator, whom nobody asks for a password, makes himself a token that lasts. */
    private String tokenOfLocalMode() {
        try (RunningJar local =
                CityApiJar.in(folder).with("CITY_SEED", "none").start().awaitReady()) {
            String made = local.send(
                            "POST",
                            "/api/v2/tokens",
                            "{\"name\":\"kept\",\"scopes\":[\"manage:users\"]}",
                            local.bearer("local-admin"),
                            "Content-Type: application/json")
                    .body();
            Matcher token = API_TOKEN.matcher(made);
            assertThat(token.find()).as(made).isTrue();
            String proof = "Authorization: Bearer " + token.group();
            assertThat(local.get("/api/v2/users", proof).statusCode()).isEqualTo(200);
            return proof;
        }
    }

    @Test
    void nobodyComesInByLocalModeWhereAProviderIsSet() {
        String kept = tokenOfLocalMode();
        CityApiJar jar = CityApiJar.in(folder)
                .with("CITY_SEED", "none")
                .with("SECRET_KEY", "7vK2mQx9RtLw4ZbN8sYc3HdF6gJp1UeA")
                .with("OIDC_ISSUER", "https://provider.invalid")
                .with("OIDC_AUDIENCE", LocalProvider.AUDIENCE)
                .with("OIDC_CLIENT_ID", LocalProvider.CLIENT_ID)
                .with("OIDC_CLIENT_SECRET", LocalProvider.CLIENT_SECRET);
        try (RunningJar register = jar.start().awaitReady()) {
            assertThat(register.output()).doesNotContain("LOCAL MODE");
            assertThatThrownBy(() -> new Socket("localhost", jar.port() + 1).close())
                    .isInstanceOf(ConnectException.class);
            assertThat(register.get("/oauth/login/local", BROWSER).statusCode()).isEqualTo(404);
            assertThat(register.get("/oauth/callback/local?code=a&state=b", BROWSER)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(register.get("/login?signed-out", BROWSER).body())
                    .contains("/oauth/login/oidc")
                    .doesNotContain("/oauth/login/local");
            String ofLocalMode = OnSqlite.fetch("admin");
            assertThat(register.get("/api/v2/me", "Authorization: " + ofLocalMode)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(register.get("/api/v2/users", kept).statusCode()).isEqualTo(401);
        }
    }
}
