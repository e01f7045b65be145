package org.cityapi.auth.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import org.cityapi.application.BrowserSessions;
import org.cityapi.auth.Recognized;
import org.cityapi.auth.SignInProvider;
import org.cityapi.auth.Site;
import org.cityapi.auth.browser.BrowserCookies;
import org.cityapi.auth.browser.BrowserCookies.Kind;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.session.Session;
import org.jspecify.annotations.Nullable;

/** Ends a browser's session here and, where the provider can, there (OpenID Connect RP-Initiated Logout 1.0). */
@Controller("/logout")
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
final class SignOut {

    private static final String SIGNED_OUT = "/login?signed-out";

    /** Where the provider was not told: the page must not promise that it will ask for a password. */
    private static final String SIGNED_OUT_HERE = SIGNED_OUT + "=here";

    private final BrowserSessions sessions;
    private final BrowserCookies cookies;
    private final Collection<ClientRegistration> registrations;
    private final Site site;

    SignOut(BrowserSessions sessions, BrowserCookies cookies, Collection<ClientRegistration> registrations, Site site) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.registrations = registrations;
        this.site = site;
    }

    @Post
    @Consumes(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    MutableHttpResponse<?> signOut(HttpRequest<?> request) {
        Optional<Recognized> known = Recognized.in(request.getUserPrincipal(Authentication.class));
        cookies.secret(request, Kind.SESSION).ifPresent(sessions::signOut);
        return known.flatMap(this::atProvider)
                .orElseGet(() -> Redirects.to(SIGNED_OUT_HERE))
                .header("Clear-Site-Data", "\"cache\"")
                .cookie(cookies.without(Kind.SESSION))
                .cookie(cookies.without(Kind.BROWSER))
                .cookie(cookies.with(Kind.SIGNED_OUT, "1"));
    }

    /** Where the provider ends its own session; empty when it does not, or is away: then it ends here alone. */
    private Optional<MutableHttpResponse<?>> atProvider(Recognized known) {
        Session session = known.bySession();
        return session == null
                ? Optional.empty()
                : registrations.stream()
                        .filter(registration -> registration.provider().name().equals(session.provider()))
                        .findFirst()
                        .flatMap(registration -> address(
                                        registration, known.actor().signedIn().email())
                                .map(address -> sendTo(address, registration)));
    }

    /** The pages' form-action, to which browsers hold redirects, names the issuers' origins and no other. */
    private static MutableHttpResponse<?> sendTo(String address, ClientRegistration registration) {
        URI issuer = URI.create(registration.provider().issuer());
        return URI.create(address).getRawAuthority().equals(issuer.getRawAuthority())
                ? Redirects.to(address)
                : Redirects.byRefresh(address);
    }

    private Optional<String> address(ClientRegistration registration, @Nullable String email) {
        SignInProvider provider = registration.provider();
        if (provider.isAuth0()) {
            return Optional.of(UriBuilder.of(URI.create(provider.issuer()))
                    .replacePath("/v2/logout")
                    .queryParam("client_id", provider.clientId())
                    .queryParam("returnTo", site.address(SIGNED_OUT))
                    .toString());
        }
        URI endpoint = endSession(registration);
        if (endpoint == null) {
            return Optional.empty();
        }
        UriBuilder address = UriBuilder.of(endpoint)
                .queryParam("client_id", provider.clientId())
                .queryParam("post_logout_redirect_uri", site.address(SIGNED_OUT));
        if (email != null) {
            address.queryParam("logout_hint", email);
        }
        return Optional.of(address.toString());
    }

    private static @Nullable URI endSession(ClientRegistration registration) {
        try {
            return registration.document().endSession();
        } catch (Rejection.Unavailable away) {
            return null;
        }
    }
}
