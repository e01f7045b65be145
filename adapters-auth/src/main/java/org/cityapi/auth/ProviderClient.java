package org.cityapi.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fetches a provider's pages, trusting it neither to be quick nor to be brief: Nimbus' own retriever bounds each read,
 * and would wait for hours on one byte a second.
 */
final class ProviderClient {

    private static final int MAX_BYTES = 256 * 1024;

    /** Redirects are not followed: what is fetched is what was configured. */
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @throws IOException when there is no page of bounded size with status 200 within the time */
    String get(URI address, Duration patience) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json, application/jwk-set+json")
                .build();
        try {
            return Mono.fromFuture(() -> http.sendAsync(request, BodyHandlers.ofPublisher()))
                    .flatMap(ProviderClient::text)
                    .timeout(patience)
                    .blockOptional()
                    .orElse("");
        } catch (RuntimeException e) {
            throw new IOException(address + ": " + Exceptions.unwrap(e), e);
        }
    }

    private static Mono<String> text(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
        Flux<List<ByteBuffer>> body = JdkFlowAdapter.flowPublisherToFlux(response.body());
        return body.concatMapIterable(buffers -> buffers)
                .reduceWith(ByteArrayOutputStream::new, ProviderClient::append)
                .flatMap(bytes -> response.statusCode() == 200
                        ? Mono.just(bytes.toString(StandardCharsets.UTF_8))
                        : Mono.error(new IOException("status " + response.statusCode())));
    }

    private static ByteArrayOutputStream append(ByteArrayOutputStream bytes, ByteBuffer more) {
        if (bytes.size() + more.remaining() > MAX_BYTES) {
            throw new IllegalStateException("more than " + MAX_BYTES + " bytes");
        }
        byte[] chunk = new byte[more.remaining()];
        more.get(chunk);
        bytes.writeBytes(chunk);
        return bytes;
    }
}
