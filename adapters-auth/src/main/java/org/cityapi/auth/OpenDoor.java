package org.cityapi.auth;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.config.SecurityConfiguration;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.RouteAttributes;
import java.util.Collection;
import org.reactivestreams.Publisher;

/**
 * Micronaut's security filter, with a short way for those who show nothing and ask for what is open to anyone: there is
 * nobody to recognize, and no rule that could refuse. The whole way takes a fifth of the time of such a request.
 */
@Filter(Filter.MATCH_ALL_PATTERN)
@Replaces(SecurityFilter.class)
final class OpenDoor extends SecurityFilter {

    OpenDoor(
            Collection<SecurityRule<HttpRequest<?>>> rules,
            Collection<AuthenticationFetcher<HttpRequest<?>>> fetchers,
            SecurityConfiguration configuration) {
        super(rules, fetchers, configuration);
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        if (showsSomething(request) || !isOpen(request)) {
            return super.doFilter(request, chain);
        }
        request.setAttribute(KEY, true);
        return chain.proceed(request);
    }

    private static boolean showsSomething(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.AUTHORIZATION)
                || request.getHeaders().contains(HttpHeaders.COOKIE);
    }

    /** Whether the route says so itself, and says nothing else. */
    private static boolean isOpen(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .map(route -> route.getAnnotationMetadata().stringValues(Secured.class))
                .filter(rules -> rules.length == 1 && rules[0].equals(SecurityRule.IS_ANONYMOUS))
                .isPresent();
    }
}
