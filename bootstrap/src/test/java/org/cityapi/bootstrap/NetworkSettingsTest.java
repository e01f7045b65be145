package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.bootstrap.SettingsTest.inProduction;
import static org.cityapi.bootstrap.SettingsTest.of;

import java.util.List;
import org.cityapi.web.MapTiles;
import org.cityapi.web.client.Forwarding;
import org.cityapi.web.client.ProxySettings;
import org.cityapi.web.limit.LimitSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSettingsTest {

    @Test
    void byDefaultNoProxyIsTrustedTheApiIsClosedToOtherPagesAndClientsAreCounted() {
        Network network = of().network();
        assertThat(network.proxies()).isEqualTo(new ProxySettings(List.of(), Forwarding.X_FORWARDED));
        assertThat(network.corsOrigins()).isEmpty();
        assertThat(network.httpsOrigin()).isEmpty();
        assertThat(network.tls()).isEmpty();
        assertThat(network.limits()).isEqualTo(LimitSettings.of(600, 6000, 30));
    }

    @Test
    void theNetworkIsAsItIsSet() {
        Network network = inProduction(
                        "TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.1,, 2001:db8::/32",
                        "PROXY_HEADER", "forwarded",
                        "CORS_ORIGINS", "https://map.example.org, http://localhost:3000",
                        "PUBLIC_URL", "https://cities.example.org",
                        "FORCE_HTTPS", "on",
                        "RATE_LIMIT_ANONYMOUS", "60",
                        "RATE_LIMIT_SIGN_IN", "5")
                .network();
        assertThat(network.proxies().trusted()).hasSize(3);
        assertThat(network.proxies().header()).isEqualTo(Forwarding.FORWARDED);
        assertThat(network.corsOrigins()).containsExactly("https://map.example.org", "http://localhost:3000");
        assertThat(network.httpsOrigin()).isEqualTo("https://cities.example.org");
        assertThat(network.limits()).isEqualTo(LimitSettings.of(60, 6000, 5));
        assertThat(of("RATE_LIMIT", "off").network().limits()).isEqualTo(LimitSettings.off());
        assertThat(of("CORS_ORIGINS", "*").network().corsOrigins()).containsExactly("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://cities.example.org"})
    void httpsIsForcedOnlyWhereItIsSpoken(String publicUrl) {
        assertThatThrownBy(
                        () -> inProduction("FORCE_HTTPS", "on", "TRUSTED_PROXIES", "10.0.0.1", "PUBLIC_URL", publicUrl))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("PUBLIC_URL ");
    }

    @Test
    void mapsAreLaidOnTilesWhereTheirServerIsSet() {
        assertThat(of().network().tiles()).isEqualTo(MapTiles.NONE);
        assertThat(of("MAP_TILES", "https://tiles.example.org/{z}/{x}/{y}.png", "MAP_TILES_ATTRIBUTION", "© Example")
                        .network()
                        .tiles())
                .isEqualTo(new MapTiles("https://tiles.example.org/{z}/{x}/{y}.png", "© Example"));
        assertThatThrownBy(() -> of("MAP_TILES", "https://tiles.example.org/"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("MAP_TILES must be an http or https address");
        assertThatThrownBy(() -> of("MAP_TILES_ATTRIBUTION", "© Example"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("MAP_TILES_ATTRIBUTION means nothing without MAP_TILES");
    }
}
