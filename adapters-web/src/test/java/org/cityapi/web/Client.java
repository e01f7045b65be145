package org.cityapi.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.cityapi.domain.memory.Ports;

/** The web module on a free port, and requests to it. */
final class Running implements AutoCloseable {

    static final String VIEWER = "Authorization: Bearer viewer";
    static final String EDITOR = "Authorization: Bearer editor";
    static final String JSON = "Content-Type: application/json";
    static final String MERGE_PATCH = "Content-Type: application/merge-patch+json";
    static final String PARIS =
            "{\"name\":\"Paris\",\"countryCode\":\"FR\",\"population\":2148000,\"latitude\":48.85341,\"longitude\":2.3488}";

    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Running() {
        Map<String, Object> properties = new HashMap<>(ServerSettings.properties());
        properties.put("micronaut.server.port", -1);
        properties.put("micronaut.security.reject-not-found", false);
        server = ApplicationContext.run(EmbeddedServer.class, properties);
    }

    int port() {
        return server.getPort();
    }

    Ports ports() {
        return server.getApplicationContext().getBean(Ports.class);
    }

    /** Sends a request; each header is "Name: value". */
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            request.header(parts[0], parts[1]);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Adds a city as an editor, over version 2. */
    HttpResponse<String> add(String body) {
        return send("POST", "/api/v2/cities", body, EDITOR, JSON);
    }

    /** Adds Paris, and gives its tag. */
    String addParis() {
        return header(add(PARIS), "ETag");
    }

    /** The value of a header, the values of one that is there more than once with commas between; else empty. */
    static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @Override
    public void close() {
        server.close();
    }
}
