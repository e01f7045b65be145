package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes requests to the local provider, and lets through what can be a token request from this machine. */
final class LocalDoor implements HttpHandler {

    private static final int MAX_BODY = 16 * 1024;

    /** Bytes of a body that is too long which are still taken, so that its sender hears why it was refused. */
    private static final int MAX_DISCARDED = 8 * 1024 * 1024;

    /** A page elsewhere may give its own name the address of this machine (DNS rebinding); it cannot hide the name. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private final LocalPages pages;

    LocalDoor(LocalPages pages) {
        this.pages = pages;
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
        return switch (exchange.getRequestURI().getPath()) {
            case "/local/.well-known/openid-configuration" -> reading(exchange, pages.description());
            case "/local/jwks" -> reading(exchange, pages.keys());
            case "/local/token" -> token(exchange);
            default -> new HTTPResponse(HTTPResponse.SC_NOT_FOUND);
        };
    }

    private static HTTPResponse reading(HttpExchange exchange, HTTPResponse page) {
        String method = exchange.getRequestMethod();
        return method.equals("GET") || method.equals("HEAD") ? page : notAllowed("GET, HEAD");
    }

    private HTTPResponse token(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return notAllowed("POST");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            discardRest(exchange);
            return LocalPages.refusal(new ErrorObject(OAuth2Error.INVALID_REQUEST.getCode(), "Too long", 413));
        }
        Headers headers = exchange.getRequestHeaders();
        return pages.token(
                authorization(headers), headers.getFirst("Content-Type"), new String(body, StandardCharsets.UTF_8));
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

    /** The SDK knows the scheme in one spelling only; HTTP knows it in any case (RFC 9110, section 11.1). */
    private static @Nullable String authorization(Headers headers) {
        String value = headers.getFirst("Authorization");
        return value != null && value.regionMatches(true, 0, "Basic ", 0, 6) ? "Basic " + value.substring(6) : value;
    }

    private static HTTPResponse notAllowed(String allowed) {
        HTTPResponse response = new HTTPResponse(405);
        response.setHeader("Allow", allowed);
        return response;
    }

    private static void send(HttpExchange exchange, HTTPResponse response) throws IOException {
        response.getHeaderMap()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
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
