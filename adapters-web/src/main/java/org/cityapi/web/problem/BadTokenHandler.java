package org.cityapi.web.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthenticationException;
import io.micronaut.security.authentication.AuthenticationExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Answers requests whose token is no good, on any route: a caller who shows one wants to be known by it. */
@Singleton
@Replaces(AuthenticationExceptionHandler.class)
final class BadTokenHandler implements ExceptionHandler<AuthenticationException, MutableHttpResponse<?>> {

    private final Answers answers;

    BadTokenHandler(Answers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's signature
    public MutableHttpResponse<?> handle(HttpRequest request, AuthenticationException exception) {
        HttpRequest<?> asked = request;
        String description = Objects.requireNonNullElse(exception.getMessage(), "");
        MutableHttpResponse<?> response = HttpResponse.unauthorized();
        response.header(HttpHeaders.WWW_AUTHENTICATE, Challenges.invalidToken(description));
        return answers.fill(asked, Refusal.of(HttpStatus.UNAUTHORIZED.getCode(), "rejection.bad_token"), response);
    }
}
