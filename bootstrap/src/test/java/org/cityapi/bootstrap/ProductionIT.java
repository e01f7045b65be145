package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import org.cityapi.auth.local.LocalProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a provider configured nothing of local mode exists, even while that provider is away. */
class ProductionIT {

    private static final String BROWSER = "Accept: text/html";

    @TempDir
    Path folder;

    @Test
    void nobodyComesInByLocalModeWhereAProviderIsSet() {
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
        }
    }
}
