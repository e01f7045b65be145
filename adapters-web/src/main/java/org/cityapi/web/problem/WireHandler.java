package org.cityapi.web.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.cityapi.web.wire.WireException;

/** Answers requests whose body broke off while they were under way. */
@Singleton
final class WireHandler implements ExceptionHandler<WireException, MutableHttpResponse<?>> {

    private final Answers answers;

    WireHandler(Answers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's signature
    public MutableHttpResponse<?> handle(HttpRequest request, WireException exception) {
        HttpRequest<?> asked = request;
        MutableHttpResponse<?> response = HttpResponse.badRequest();
        response.header(HttpHeaders.CONNECTION, "close");
        return answers.fill(
                asked, Refusal.of(exception.fault().status(), exception.fault().key()), response);
    }
}
