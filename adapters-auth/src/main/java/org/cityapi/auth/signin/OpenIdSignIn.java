package org.cityapi.auth.signin;

import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.oauth2.client.OauthClient;
import java.util.Map;
import org.cityapi.auth.SignInProvider;
import org.cityapi.auth.Waiting;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.SignInFault;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** One provider's sign-in, behind the routes that Micronaut lays for it. */
@EachBean(SignInProvider.class)
final class OpenIdSignIn implements OauthClient {

    private final ClientRegistration registration;
    private final AuthorizationRedirect redirect;
    private final SignInCallback callback;
    private final Waiting waiting;

    OpenIdSignIn(
            @Parameter ClientRegistration registration,
            AuthorizationRedirect redirect,
            SignInCallback callback,
            Waiting waiting) {
        this.registration = registration;
        this.redirect = redirect;
        this.callback = callback;
        this.waiting = waiting;
    }

    @Override
    public String getName() {
        return registration.provider().name();
    }

    @Override
    public Publisher<MutableHttpResponse<?>> authorizationRedirect(HttpRequest<?> request) {
        return waiting.run(request, () -> redirect.of(request, registration));
    }

    /** Micronaut lays a route for POST as well; no provider is asked to come that way. */
    @Override
    public Publisher<AuthenticationResponse> onCallback(HttpRequest<Map<String, Object>> request) {
        return request.getMethod() == HttpMethod.GET
                ? waiting.run(request, () -> callback.of(request, registration))
                : Mono.error(new Rejection.SignInFailed(SignInFault.UNKNOWN_ATTEMPT));
    }
}
