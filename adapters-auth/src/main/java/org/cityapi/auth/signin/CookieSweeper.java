package org.cityapi.auth.signin;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.cityapi.auth.browser.BrowserCookies;
import org.cityapi.auth.browser.BrowserCookies.Kind;

/** Takes away what tied a sign-in to its browser, once the browser is back, however it ends. */
@ServerFilter("/oauth/callback/**")
final class CookieSweeper {

    private final BrowserCookies cookies;

    CookieSweeper(BrowserCookies cookies) {
        this.cookies = cookies;
    }

    @ResponseFilter
    void sweep(MutableHttpResponse<?> response) {
        response.cookie(cookies.without(Kind.BROWSER));
    }
}
