package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cityapi.auth.SignInProvider;
import org.cityapi.auth.TrustedIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersTest {

    /** The providers that settings such as {@code "OIDC_ISSUER=https://..."} name. */
    private static Providers of(String... settings) {
        Map<String, String> values = new HashMap<>();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return Providers.of(name -> Optional.ofNullable(values.get(name)));
    }

    @Test
    void severalProvidersWorkAtOnce() {
        Providers providers = of(
                "AUTH0_DOMAIN=Team.eu.auth0.com",
                "AUTH0_CLIENT_ID=a",
                "AUTH0_CLIENT_SECRET=as",
                "AUTH0_AUDIENCE=https://cities.example/api",
                "GOOGLE_CLIENT_ID=g",
                "GOOGLE_CLIENT_SECRET=gs",
                "OIDC_ISSUER=https://sso.example/realms/cities",
                "OIDC_CLIENT_ID=o",
                "OIDC_CLIENT_SECRET=os",
                "OIDC_AUDIENCE=city-api",
                "OIDC_TITLE=City hall",
                "OIDC_PERMISSIONS_CLAIM=realm_access.roles");
        String claim = "realm_access.roles";
        assertThat(providers.signIn())
                .containsExactly(
                        new SignInProvider(
                                "auth0",
                                "Auth0",
                                "https://team.eu.auth0.com/",
                                "a",
                                "as",
                                "https://cities.example/api",
                                null),
                        new SignInProvider("google", "Google", "https://accounts.google.com", "g", "gs", null, null),
                        new SignInProvider(
                                "oidc",
                                "City hall",
                                "https://sso.example/realms/cities",
                                "o",
                                "os",
                                "city-api",
                                claim));
        assertThat(providers.issuers())
                .containsExactly(
                        new TrustedIssuer("https://team.eu.auth0.com/", "https://cities.example/api", null),
                        new TrustedIssuer("https://sso.example/realms/cities", "city-api", claim));
        assertThat(providers.origins())
                .containsExactly("https://team.eu.auth0.com", "https://accounts.google.com", "https://sso.example");
    }

    @Test
    void aProviderMayServePeopleAlone() {
        Providers providers = of("OIDC_ISSUER=https://sso.example", "OIDC_CLIENT_ID=o", "OIDC_CLIENT_SECRET=s");
        assertThat(providers.issuers()).isEmpty();
        assertThat(providers.signIn()).extracting(SignInProvider::title).containsExactly("sso.example");
    }

    @Test
    void aProviderMayServeProgramsAlone() {
        Providers providers = of("AUTH0_DOMAIN=team.auth0.com", "OIDC_AUDIENCE=cities");
        assertThat(providers.signIn()).isEmpty();
        assertThat(providers.issuers()).containsExactly(new TrustedIssuer("https://team.auth0.com/", "cities", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OIDC_CLIENT_ID=o",
                "OIDC_TITLE=City hall",
                "AUTH0_CLIENT_SECRET=s",
                "AUTH0_AUDIENCE=x",
                "OIDC_AUDIENCE=x"
            })
    void whatBelongsToNoProviderIsNamed(String setting) {
        assertThatThrownBy(() -> of(setting))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(setting.substring(0, setting.indexOf('=')) + " means nothing without");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OIDC_AUDIENCE=x", "OIDC_PERMISSIONS_CLAIM=roles"})
    void whatGoogleAloneHasNoUseForIsNamed(String setting) {
        assertThatThrownBy(() -> of("GOOGLE_CLIENT_ID=g", "GOOGLE_CLIENT_SECRET=gs", setting))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(setting.substring(0, setting.indexOf('=')) + " means nothing without");
    }

    @Test
    void halfAClientIsNamed() {
        assertThatThrownBy(() -> of("GOOGLE_CLIENT_ID=g")).hasMessageStartingWith("GOOGLE_CLIENT_SECRET ");
        assertThatThrownBy(() -> of("OIDC_ISSUER=https://sso.example", "OIDC_CLIENT_SECRET=s"))
                .hasMessageStartingWith("OIDC_CLIENT_ID ")
                .hasMessageNotContaining("=s");
        assertThatThrownBy(() -> of("OIDC_ISSUER=https://sso.example"))
                .hasMessageStartingWith("OIDC_CLIENT_ID ")
                .hasMessageContaining("OIDC_AUDIENCE");
    }

    @Test
    void aProviderIsSetOnce() {
        assertThatThrownBy(() -> of(
                        "AUTH0_DOMAIN=team.auth0.com", "OIDC_AUDIENCE=cities", "OIDC_ISSUER=https://team.auth0.com/"))
                .hasMessageStartingWith("OIDC_ISSUER ");
    }
}
