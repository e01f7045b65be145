package org.cityapi.auth.browser;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import java.net.URI;
import org.cityapi.auth.Recognized;
import org.jspecify.annotations.Nullable;

/** Sends whoever is signed in on from the page of sign-in to where he would go after one. */
@ServerFilter("/login")
final class SignedInAlready implements Ordered {

    private static final String ACCOUNT = "/account";

    /** When it is known who asks. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> sendOn(HttpRequest<?> request) {
        return Recognized.in(request.getUserPrincipal(Authentication.class))
                .filter(known -> known.bySession() != null)
                .map(known -> OwnPath.of(request.getParameters().get("target")).orElse(ACCOUNT))
                .map(path -> HttpResponse.seeOther(URI.create(path)).header(HttpHeaders.CACHE_CONTROL, "no-store"))
                .orElse(null);
    }
}
