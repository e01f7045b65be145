package org.cityapi.web.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.Map;
import org.cityapi.web.AnswerHeaders;
import org.cityapi.web.http.Bodies;
import org.cityapi.web.limit.ClientLimits;
import org.cityapi.web.wire.WireException;
import org.jspecify.annotations.Nullable;

/** Gives the failures that the framework finds the same form as all other refusals. */
@Singleton
@Primary
final class Failures implements ErrorResponseProcessor<Object> {

    private final Answers answers;
    private final AnswerHeaders headers;
    private final ClientLimits limits;

    Failures(Answers answers, AnswerHeaders headers, ClientLimits limits) {
        this.answers = answers;
        this.headers = headers;
        this.limits = limits;
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        int status = statusOf(request, response.code());
        if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode()) {
            // RFC 9110 (12.5.3): a refusal of another kind must not look as if the coding were at fault.
            if (request.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)) {
                response.header(HttpHeaders.ACCEPT_ENCODING, Bodies.codings(request));
            }
            if (request.getMethod() == HttpMethod.PATCH) {
                response.header(HttpHeaders.ACCEPT_PATCH, Bodies.PATCHES);
            }
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            response.header(HttpHeaders.RETRY_AFTER, WireHandler.RETRY_SECONDS);
        }
        // Requests that could not be parsed pass no filter.
        headers.add(request, response.status(status));
        return answers.fill(request, refusal(request, status), response);
    }

    MutableHttpResponse<Object> answer(HttpRequest<?> request, int status) {
        return answers.fill(request, refusal(request, status), HttpResponse.status(HttpStatus.valueOf(status)));
    }

    private Refusal refusal(HttpRequest<?> request, int status) {
        if (cause(request) instanceof WireException refused) {
            return Refusal.of(status, refused.fault().key());
        }
        String key = ProblemType.of(status)
                .map(type -> "problem." + type.slug() + ".text")
                .orElse("problem.other.text");
        return Refusal.of(
                status,
                key,
                Map.of("method", request.getMethodName(), "path", request.getPath(), "seconds", limits.wait(request)));
    }

    /** The framework calls each line or header that is too long a body that is too large. */
    private static int statusOf(HttpRequest<?> request, int status) {
        Throwable cause = cause(request);
        if (cause instanceof TooLongHttpLineException) {
            return HttpStatus.REQUEST_URI_TOO_LONG.getCode();
        } else if (cause instanceof TooLongHttpHeaderException) {
            return HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.getCode();
        } else if (cause instanceof WireException refused) {
            return refused.fault().status();
        }
        // The framework takes what follows for a kind of check, and an unknown one for a bad value.
        boolean isUnknownCheck =
                status == HttpStatus.BAD_REQUEST.getCode() && request.getPath().startsWith("/health/");
        return isUnknownCheck ? HttpStatus.NOT_FOUND.getCode() : status;
    }

    /** Why the request could not be parsed; null when it could. */
    private static @Nullable Throwable cause(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? netty.getNativeRequest().decoderResult().cause()
                : null;
    }
}
