package org.cityapi.auth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Talks to providers, trusting them neither to be quick nor to be brief: Nimbus' own client bounds each read, and would
 * wait for hours on one byte a second.
 */
public final class ProviderClient {

    private static final int MAX_BYTES = 256 * 1024;

    /** Redirects are not followed: what is fetched is what was configured. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    ProviderClient() {}

    /** An answer of more bytes than any honest one has. */
    public static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;

        TooLong(String message) {
            super(message);
        }
    }

    /** @throws IOException when there is no page of bounded size with status 200 within the time */
    String get(URI address, Duration patience) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json, application/jwk-set+json")
                .build();
        HttpResponse<String> response = send(request, patience);
        if (response.statusCode() != 200) {
            throw new IOException(address + " answers " + response.statusCode());
        }
        return response.body();
    }

    /**
     * Sends a form.
     *
     * @param form as it goes over the wire
     * @throws TooLong when there is an answer of more than bounded size
     * @throws IOException when there is none within the time
     */
    public HttpResponse<String> post(URI address, Map<String, List<String>> headers, String form, Duration patience)
            throws IOException {
        return send(with(headers, HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(form))), patience);
    }

    /**
     * Asks for a page.
     *
     * @throws TooLong when there is one of more than bounded size
     * @throws IOException when there is none within the time
     */
    public HttpResponse<String> get(URI address, Map<String, List<String>> headers, Duration patience)
            throws IOException {
        return send(with(headers, HttpRequest.newBuilder(address)), patience);
    }

    /** Whether it is JSON by its own word, in whatever letters and with whatever parameters. */
    public static boolean isJson(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .filter("application/json"::equalsIgnoreCase)
                .isPresent();
    }

    private static HttpRequest with(Map<String, List<String>> headers, HttpRequest.Builder request) {
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.setHeader("Accept", "application/json").build();
    }

    private HttpResponse<String> send(HttpRequest request, Duration patience) throws IOException {
        URI address = request.uri();
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, headers -> new BoundedBody(MAX_BYTES));
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException(address + " takes too long", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TooLong tooLong) {
                throw new TooLong(address + ": " + tooLong.getMessage());
            }
            throw new IOException(address + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }
}
