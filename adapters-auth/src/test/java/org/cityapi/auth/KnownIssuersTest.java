package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.User;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownIssuersTest {

    private static final String HERE = "http://localhost:8081/local";

    @ParameterizedTest
    @CsvSource({
        "local, http://localhost:8081/local, true",
        "local, http://localhost:8083/local, true",
        "local, http://localhost:8083/locally, false",
        "local, http://localhost.example:8083/local, false",
        "local, https://a.example, false",
        "oidc, http://localhost:8081/local, true",
        "oidc, http://localhost:8083/local, false"
    })
    void localModesOfOneDatabaseKnowEachOthersPeopleAndNobodyElsesDo(String name, String issuer, boolean known) {
        SignInProvider provider = new SignInProvider(name, "A provider", HERE, "city", "secret", null, null);
        KnownIssuers issuers = new KnownIssuers(List.of(), List.of(provider));
        assertThat(issuers.vouchFor(User.first(new Identity(issuer, "admin", null, null))))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"https://a.example, true", "https://a.example/, false"})
    void anIssuerOfAccessTokensAloneIsOne(String issuer, boolean known) {
        TrustedIssuer trusted = new TrustedIssuer("https://a.example", "cities", null);
        assertThat(new KnownIssuers(List.of(trusted), List.of())
                        .vouchFor(User.first(new Identity(issuer, "admin", null, null))))
                .isEqualTo(known);
    }
}
