package org.cityapi.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A web site of a test's own, for a browser to go to. */
final class SmallSite implements AutoCloseable {

    private final HttpServer server;

    private SmallSite(HttpServer server) {
        this.server = server;
    }

    static SmallSite start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
            server.start();
            return new SmallSite(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows a page there; each header is "Name: value". */
    SmallSite with(String path, int status, String html, String... headers) {
        server.createContext(path, exchange -> answer(exchange, status, html, headers));
        return this;
    }

    String at(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String html, String... headers) throws IOException {
        try (exchange) {
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
            for (String header : headers) {
                String[] parts = header.split(": ", 2);
                exchange.getResponseHeaders().add(parts[0], parts[1]);
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
