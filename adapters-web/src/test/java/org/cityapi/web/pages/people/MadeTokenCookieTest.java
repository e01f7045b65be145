package org.cityapi.web.pages.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.user.UserId;
import org.cityapi.web.WebSettings;
import org.cityapi.web.client.AddressRange;
import org.cityapi.web.client.Clients;
import org.cityapi.web.client.Forwarding;
import org.cityapi.web.client.ProxySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cookie that carries a new token to its page. */
class MadeTokenCookieTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_KEY = "fedcba9876543210fedcba9876543210";
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final HttpRequest<?> REQUEST = HttpRequest.GET("/tokens");
    private static final UserId ADA = new UserId("usr_ada");
    private static final MadeToken MADE = new MadeToken("a\nb", "cityapi_secret");

    private static MadeTokenCookie cookies(String publicUrl, Instant now, String... keys) {
        return new MadeTokenCookie(
                new WebSettings(List.of(keys), publicUrl, null, null),
                new Clients(new ProxySettings(List.of(), Forwarding.X_FORWARDED)),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Optional<MadeToken> read(Cookie cookie, UserId reader, Instant now, String... keys) {
        return cookies("", now, keys).read(HttpRequest.GET("/tokens").cookie(cookie), reader);
    }

    @ParameterizedTest
    @CsvSource({"'', made-token, false", "https://cities.test, __Secure-made-token, true"})
    void itIsForItsPageAloneAndOnHttpsForHttpsAlone(String publicUrl, String name, boolean secure) {
        Cookie cookie = cookies(publicUrl, NOW, KEY).with(REQUEST, ADA, MADE);
        assertThat(cookie.getName()).isEqualTo(name);
        assertThat(cookie.isSecure()).isEqualTo(secure);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).contains(SameSite.Strict);
        assertThat(cookie.getPath()).isEqualTo("/tokens");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getMaxAge()).isEqualTo(120);
        assertThat(cookie.getValue()).doesNotContain("cityapi");
        Cookie gone = cookies(publicUrl, NOW, KEY).without(REQUEST);
        assertThat(gone.getName()).isEqualTo(name);
        assertThat(gone.getValue()).isEmpty();
        assertThat(gone.getMaxAge()).isZero();
        assertThat(cookies(publicUrl, NOW, KEY).read(HttpRequest.GET("/tokens").cookie(cookie), ADA))
                .contains(MADE);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.0/8, __Secure-made-token", "192.0.2.1, made-token"})
    void aTrustedProxyTellsOfHttps(String proxy, String name) {
        MadeTokenCookie cookies = new MadeTokenCookie(
                new WebSettings(List.of(KEY), "", null, null),
                new Clients(new ProxySettings(List.of(AddressRange.of(proxy)), Forwarding.X_FORWARDED)),
                Clock.fixed(NOW, ZoneOffset.UTC));
        HttpRequest<?> request = HttpRequest.GET("http://127.0.0.1/tokens").header("X-Forwarded-Proto", "https");
        Cookie cookie = cookies.with(request, ADA, MADE);
        assertThat(cookie.getName()).isEqualTo(name);
        assertThat(cookie.isSecure()).isEqualTo(name.startsWith("__"));
    }

    @Test
    void itIsGoodForTwoMinutesAndItsOwner() {
        Cookie cookie = cookies("", NOW, KEY).with(REQUEST, ADA, MADE);
        assertThat(read(cookie, ADA, NOW.plus(Duration.ofMinutes(2)), KEY)).contains(MADE);
        assertThat(read(cookie, ADA, NOW.plus(Duration.ofMinutes(2)).plusMillis(1), KEY))
                .isEmpty();
        assertThat(read(cookie, new UserId("usr_eve"), NOW, KEY)).isEmpty();
    }

    @Test
    void itOpensWithTheKeyOfBeforeAndNoOther() {
        Cookie cookie = cookies("", NOW, KEY).with(REQUEST, ADA, MADE);
        assertThat(read(cookie, ADA, NOW, OTHER_KEY, KEY)).contains(MADE);
        assertThat(read(cookie, ADA, NOW, OTHER_KEY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "****", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNotOursIsNone(String value) {
        assertThat(read(Cookie.of("made-token", value), ADA, NOW, KEY)).isEmpty();
        String good = cookies("", NOW, KEY).with(REQUEST, ADA, MADE).getValue();
        assertThat(read(Cookie.of("made-token", good + value + "A"), ADA, NOW, KEY))
                .isEmpty();
    }
}
