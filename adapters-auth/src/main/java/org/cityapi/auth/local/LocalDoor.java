package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Takes requests to the local provider, and lets through what comes from this machine to a place that there is. */
final class LocalDoor implements HttpHandler {

    private static final int MAX_BODY = 16 * 1024;

    /** Bytes of a body that is too long which are still taken, so that its sender hears why it was refused. */
    private static final int MAX_DISCARDED = 8 * 1024 * 1024;

    /** A page elsewhere may give its own name the address of this machine (DNS rebinding); it cannot hide the name. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    /** What every answer tells browsers; a page says for itself what it needs. */
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            LocalPages.POLICY,
            "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'");

    private final Map<String, Place> places;

    /** @param places by their paths */
    LocalDoor(Map<String, Place> places) {
        this.places = places;
    }

    /** Something with an address. */
    record Place(List<String> methods, Function<LocalRequest, HTTPResponse> answer) {

        /** One that is only looked at. */
        static Place toRead(Function<LocalRequest, HTTPResponse> answer) {
            return new Place(List.of("GET", "HEAD"), answer);
        }

        /** One with a form. */
        static Place toVisit(Function<LocalRequest, HTTPResponse> answer) {
            return new Place(List.of("GET", "HEAD", "POST"), answer);
        }

        /** One for programs that send something. */
        static Place toPost(Function<LocalRequest, HTTPResponse> answer) {
            return new Place(List.of("POST"), answer);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private HTTPResponse answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !THIS_MACHINE.matcher(host).matches()) {
            return new HTTPResponse(421);
        }
        Place place = places.get(exchange.getRequestURI().getPath());
        if (place == null) {
            return new HTTPResponse(HTTPResponse.SC_NOT_FOUND);
        }
        String method = exchange.getRequestMethod();
        if (!place.methods().contains(method)) {
            HTTPResponse notAllowed = new HTTPResponse(405);
            notAllowed.setHeader("Allow", String.join(", ", place.methods()));
            return notAllowed;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            discardRest(exchange);
            return LocalTokenRequests.refusal(new ErrorObject(OAuth2Error.INVALID_REQUEST.getCode(), "Too long", 413));
        }
        String query = exchange.getRequestURI().getRawQuery();
        return place.answer()
                .apply(new LocalRequest(
                        method,
                        query == null ? "" : query,
                        exchange.getRequestHeaders(),
                        new String(body, StandardCharsets.UTF_8)));
    }

    /** A connection that is closed on bytes nobody read is reset, and the client may never see its answer. */
    private static void discardRest(HttpExchange exchange) throws IOException {
        byte[] discarded = new byte[MAX_BODY];
        for (int total = 0; total < MAX_DISCARDED; total += discarded.length) {
            if (exchange.getRequestBody().readNBytes(discarded, 0, discarded.length) < discarded.length) {
                return;
            }
        }
    }

    private static void send(HttpExchange exchange, HTTPResponse response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        ALWAYS.forEach(headers::set);
        response.getHeaderMap().forEach(headers::put);
        String text = response.getBody();
        if (text == null || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(response.getStatusCode(), -1);
            return;
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.getStatusCode(), body.length);
        exchange.getResponseBody().write(body);
    }
}
