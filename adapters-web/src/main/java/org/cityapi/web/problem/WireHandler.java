package org.cityapi.web.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.cityapi.web.wire.WireException;
import org.cityapi.web.wire.WireFault;

/** Answers requests whose body broke off, came too slowly or found no room while they were under way. */
@Singleton
final class WireHandler implements ExceptionHandler<WireException, MutableHttpResponse<?>> {

    static final String RETRY_SECONDS = "2";

    private final Answers answers;

    WireHandler(Answers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's signature
    public MutableHttpResponse<?> handle(HttpRequest request, WireException exception) {
        HttpRequest<?> asked = request;
        MutableHttpResponse<?> response = HttpResponse.badRequest();
        if (exception.fault() == WireFault.NO_ROOM) {
            // The connection ends when the body does, unread.
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        } else {
            response.header(HttpHeaders.CONNECTION, "close");
        }
        return answers.fill(
                asked, Refusal.of(exception.fault().status(), exception.fault().key()), response);
    }
}
