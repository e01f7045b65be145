package org.cityapi.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import jakarta.inject.Singleton;

/** Answers forms whose fields cannot be told apart, or hold what no browser would write. */
@Singleton
final class FormHandler implements ExceptionHandler<ErrorDataDecoderException, MutableHttpResponse<?>> {

    private final Failures failures;

    FormHandler(Failures failures) {
        this.failures = failures;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's signature
    public MutableHttpResponse<?> handle(HttpRequest request, ErrorDataDecoderException exception) {
        return failures.answer(request, HttpStatus.BAD_REQUEST.getCode());
    }
}
