package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which addresses are taken from what a provider says of itself. */
class DiscoveryTest {

    private static final String ON_THIS_MACHINE = "http://127.0.0.1:9000/keys";

    @Test
    void anIssuerOnThisMachineMayHaveItsPagesHere() throws ParseException {
        assertThat(Discovery.address(
                        Map.of("issuer", "http://localhost:9000", "jwks_uri", ON_THIS_MACHINE), "jwks_uri"))
                .isEqualTo(URI.create(ON_THIS_MACHINE));
    }

    @Test
    void anIssuerElsewhereCannotPointUsAtOurOwnMachine() {
        assertThatThrownBy(() -> Discovery.address(
                        Map.of("issuer", "https://idp.example", "jwks_uri", ON_THIS_MACHINE), "jwks_uri"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("http, though the issuer is on https");
    }
}
