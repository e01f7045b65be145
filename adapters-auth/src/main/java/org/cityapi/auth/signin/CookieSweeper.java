package org.cityapi.auth.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.cityapi.auth.browser.BrowserCookies;
import org.cityapi.auth.browser.BrowserCookies.Kind;
import org.cityapi.domain.rejection.Rejection;

/** Takes away what ties sign-ins to their browser, once the last that is under way is back, however it ends. */
@ServerFilter("/oauth/callback/**")
final class CookieSweeper {

    /** The attribute of a request whose account may not come in: else the provider names it again, unasked. */
    static final String ANOTHER_ACCOUNT = CookieSweeper.class.getName() + ".another";

    private final BrowserCookies cookies;
    private final Attempts attempts;

    CookieSweeper(BrowserCookies cookies, Attempts attempts) {
        this.cookies = cookies;
        this.attempts = attempts;
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void sweep(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!isNeededByOthers(request)) {
            response.cookie(cookies.without(Kind.BROWSER));
        }
        if (request.getAttribute(ANOTHER_ACCOUNT).isPresent()) {
            response.cookie(cookies.with(Kind.SIGNED_OUT, "1"));
        }
    }

    private boolean isNeededByOthers(HttpRequest<?> request) {
        try {
            return cookies.secret(request, Kind.BROWSER)
                    .filter(attempts::areUnderWay)
                    .isPresent();
        } catch (Rejection.Unavailable unknown) {
            return true; // it goes by itself, minutes later
        }
    }
}
