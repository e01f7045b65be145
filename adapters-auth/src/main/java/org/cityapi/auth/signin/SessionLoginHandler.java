package org.cityapi.auth.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.handlers.RedirectingLoginHandler;
import jakarta.inject.Singleton;
import org.cityapi.auth.browser.BrowserCookies;
import org.cityapi.auth.browser.BrowserCookies.Kind;

/** Gives the browser its session, and sends it on to where it wanted to go. */
@Singleton
final class SessionLoginHandler implements RedirectingLoginHandler<HttpRequest<?>, MutableHttpResponse<?>> {

    private final BrowserCookies cookies;

    SessionLoginHandler(BrowserCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public MutableHttpResponse<?> loginSuccess(Authentication authentication, HttpRequest<?> request) {
        if (!(authentication instanceof SignedInNow now)) {
            throw new IllegalArgumentException("Only " + OpenIdSignIn.class + " signs people in");
        }
        return Redirects.to(now.target())
                .cookie(cookies.with(Kind.SESSION, now.secret().value()))
                .cookie(cookies.without(Kind.SIGNED_OUT));
    }

    @Override
    public MutableHttpResponse<?> loginRefresh(
            Authentication authentication, String refreshToken, HttpRequest<?> request) {
        throw new UnsupportedOperationException("There are no refresh tokens");
    }

    @Override
    public MutableHttpResponse<?> loginFailed(AuthenticationResponse response, HttpRequest<?> request) {
        throw new UnsupportedOperationException("Who is refused is refused by a Rejection");
    }
}
