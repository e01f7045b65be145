package org.cityapi.web.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import org.cityapi.domain.rejection.Rejection;

/** Answers requests that the security filter stops: nobody is signed in, or the route has no rule and is closed. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class NotSignedInHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private final RejectionHandler rejections;
    private final Failures failures;

    NotSignedInHandler(RejectionHandler rejections, Failures failures) {
        this.rejections = rejections;
        this.failures = failures;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's signature
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
        if (exception.isForbidden()) {
            return failures.answer(request, 403);
        }
        return rejections.handle(request, new Rejection.NotSignedIn()).toMutableResponse();
    }
}
