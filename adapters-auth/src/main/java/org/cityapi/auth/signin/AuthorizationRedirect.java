package org.cityapi.auth.signin;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.net.URI;
import org.cityapi.auth.SignInProvider;
import org.cityapi.auth.Site;
import org.cityapi.auth.browser.BrowserCookies;
import org.cityapi.auth.browser.BrowserCookies.Kind;
import org.cityapi.auth.browser.OwnPath;
import org.cityapi.domain.security.Secret;

/** Sends a browser to a provider (OpenID Connect Core 1.0, section 3.1.2.1), and remembers that it did. */
@Singleton
final class AuthorizationRedirect {

    /** Where people go on who came from nowhere. */
    private static final String ACCOUNT = "/account";

    private static final Scope SCOPE = new Scope("openid", "profile", "email");

    private final Attempts attempts;
    private final BrowserCookies cookies;
    private final Site site;

    AuthorizationRedirect(Attempts attempts, BrowserCookies cookies, Site site) {
        this.attempts = attempts;
        this.site = site;
        this.cookies = cookies;
    }

    MutableHttpResponse<?> of(HttpRequest<?> request, ClientRegistration registration) {
        String target = OwnPath.of(request.getParameters().get("target")).orElse(ACCOUNT);
        if (site.isByAnotherName(request.getHeaders().get(HttpHeaders.HOST))) {
            // From 127.0.0.1 to localhost first, where the provider will send the browser back to.
            return Redirects.to(UriBuilder.of(URI.create(site.address(request.getPath())))
                    .queryParam("target", target)
                    .toString());
        }
        ProviderDocument document = registration.document();
        // One secret for all tabs, so that no page elsewhere can fill the browser with cookies by beginning sign-ins.
        Secret browser = cookies.secret(request, Kind.BROWSER).orElseGet(Secret::random);
        Attempts.Begun begun = attempts.begin(browser, registration.provider().name(), target);
        boolean again = cookies.isPresent(request, Kind.SIGNED_OUT);
        return Redirects.to(question(document.authorization(), registration, begun, again)
                        .toString())
                .cookie(cookies.with(Kind.BROWSER, browser.value()));
    }

    private static URI question(URI endpoint, ClientRegistration registration, Attempts.Begun begun, boolean again) {
        SignInProvider provider = registration.provider();
        AuthenticationRequest.Builder question = new AuthenticationRequest.Builder(
                        ResponseType.CODE, SCOPE, new ClientID(provider.clientId()), registration.callback())
                .endpointURI(endpoint)
                .state(new State(begun.state()))
                .nonce(new Nonce(begun.attempt().nonce()))
                .codeChallenge(new CodeVerifier(begun.attempt().verifier()), CodeChallengeMethod.S256);
        if (again) {
            // The SDK's own Prompt is "logın" where the machine speaks Turkish.
            question.customParameter("prompt", provider.isGoogle() ? "select_account" : "login");
        }
        if (provider.isAuth0() && provider.audience() != null) {
            question.customParameter("audience", provider.audience());
        }
        return question.build().toURI();
    }
}
