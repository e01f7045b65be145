package org.cityapi.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.cityapi.web.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what nobody foresaw with 500, and writes it into the log once, with the id that the answer tells. */
@Singleton
final class UnforeseenHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnforeseenHandler.class);

    private final Failures failures;

    UnforeseenHandler(Failures failures) {
        this.failures = failures;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's signature
    public HttpResponse<?> handle(HttpRequest request, Throwable unforeseen) {
        HttpRequest<?> asked = request;
        if (unforeseen instanceof ClosedChannelException
                || unforeseen instanceof SocketException
                || unforeseen instanceof EOFException) {
            // A client that went away: nobody reads the answer.
            LOG.debug("Request {}: broken off", RequestId.of(asked), unforeseen);
        } else {
            LOG.error("Request {}: {} {}", RequestId.of(asked), asked.getMethodName(), asked.getPath(), unforeseen);
        }
        return failures.answer(asked, HttpStatus.INTERNAL_SERVER_ERROR.getCode());
    }
}
