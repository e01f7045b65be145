package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be configured. */
class AuthSettingsTest {

    private static TrustedIssuer issuer(String url) {
        return new TrustedIssuer(url, "cities", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tenant.eu.auth0.com/",
                "https://login.example/realms/cities",
                "http://localhost:8081/local",
                "http://127.0.0.1:8081/local",
                "http://[::1]:8081/local"
            })
    void anIssuerIsReachedOverHttpsOrOnThisMachine(String url) {
        assertThatCode(() -> issuer(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example",
                "http://localhost.evil.invalid",
                "http://127.0.0.1.evil.invalid",
                "http://user@localhost",
                "http://localhost@evil.invalid",
                "http://10.0.0.1",
                "file:///etc/passwd",
                "ftp://localhost",
                "login.example",
                "https://",
                "https://login.example?x=1",
                "https://login.example#x",
                "https://login example",
                ""
            })
    void anyOtherIssuerIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> issuer(url));
    }

    @Test
    void theDescriptionOfAnIssuerStandsBelowItsPath() {
        String page = "/.well-known/openid-configuration";
        assertThat(Discovery.address("https://a.example")).hasToString("https://a.example" + page);
        assertThat(Discovery.address("https://a.example/")).hasToString("https://a.example" + page);
        assertThat(Discovery.address("https://a.example/b")).hasToString("https://a.example/b" + page);
    }

    @Test
    void anAudienceAndAClaimAreNeeded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedIssuer("https://a.example", " ", "scope"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedIssuer("https://a.example", "cities", ""));
    }

    @Test
    void anIssuerIsListedOnce() {
        TrustedIssuer issuer = issuer("https://a.example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuthSettings.properties(List.of(issuer, issuer), List.of(), SmallHouse.SITE))
                .withMessage("the issuer is listed twice: https://a.example");
    }
}
