package org.cityapi.web.pages.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.List;
import org.cityapi.web.WebSettings;
import org.cityapi.web.client.Clients;
import org.cityapi.web.client.Forwarding;
import org.cityapi.web.client.ProxySettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cookie that tells that a token was revoked just now. */
class RevokedTokenCookieTest {

    private static final HttpRequest<?> REQUEST = HttpRequest.GET("/tokens");

    @ParameterizedTest
    @CsvSource({"'', revoked-token, false", "https://cities.test, __Secure-revoked-token, true"})
    void itIsForItsPageAloneAndOnHttpsForHttpsAlone(String publicUrl, String name, boolean secure) {
        RevokedTokenCookie cookies = new RevokedTokenCookie(
                new WebSettings(List.of("key"), publicUrl, null, null),
                new Clients(new ProxySettings(List.of(), Forwarding.X_FORWARDED)));
        Cookie cookie = cookies.with(REQUEST);
        assertThat(cookie.getName()).isEqualTo(name);
        assertThat(cookie.isSecure()).isEqualTo(secure);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).contains(SameSite.Strict);
        assertThat(cookie.getPath()).isEqualTo("/tokens");
        assertThat(cookie.getMaxAge()).isEqualTo(120);
        assertThat(cookies.isPresent(HttpRequest.GET("/tokens").cookie(cookie))).isTrue();
        assertThat(cookies.isPresent(HttpRequest.GET("/tokens").cookie(Cookie.of("other", "yes"))))
                .isFalse();
        Cookie gone = cookies.without(REQUEST);
        assertThat(gone.getName()).isEqualTo(name);
        assertThat(gone.getMaxAge()).isZero();
    }
}
