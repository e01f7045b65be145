package org.cityapi.web;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofInputStream;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.Set;
import org.cityapi.web.openapi.DocumentedAnswers;

/** Sends requests to a register, and holds every answer against the OpenAPI documents. */
public final class Client implements AutoCloseable {

    /** Stand for the headers that prove such a person, wherever headers are given. */
    public static final String VIEWER = "Authorization: viewer";

    public static final String EDITOR = "Authorization: editor";

    public static final String ADMIN = "Authorization: admin";

    public static final String JSON = "Content-Type: application/json";
    public static final String MERGE_PATCH = "Content-Type: application/merge-patch+json";
    public static final String PARIS =
            "{\"name\":\"Paris\",\"countryCode\":\"FR\",\"population\":2148000,\"latitude\":48.85341,\"longitude\":2.3488}";

    private static final Set<String> PEOPLE = Set.of(VIEWER, EDITOR, ADMIN);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningRegister register;

    public Client(RunningRegister register) {
        this.register = register;
    }

    /** Speaks to the web module alone. */
    public static Client onMemory(String... settings) {
        return new Client(new OnMemory(settings));
    }

    /** What can be asked of the register: methods and paths. */
    public Set<String> routes() {
        return register.routes();
    }

    public int port() {
        return register.port();
    }

    /** The value of {@code Authorization} that proves a caller of that role. */
    String proof(String role) {
        return register.proof(role);
    }

    /** Sends a request; each header is "Name: value". */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(request(path), method, path, body == null ? noBody() : ofString(body), headers);
    }

    /** Sends a request whose body comes when its head has been judged, and something has happened meanwhile. */
    HttpResponse<String> sendLate(String method, String path, String body, Runnable meanwhile, String... headers) {
        BodyPublisher late = ofInputStream(() -> {
            meanwhile.run();
            return new ByteArrayInputStream(body.getBytes(UTF_8));
        });
        return send(request(path).expectContinue(true), method, path, late, headers);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    private HttpResponse<String> send(
            HttpRequest.Builder request, String method, String path, BodyPublisher body, String... headers) {
        request.method(method, body);
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            request.header(parts[0], PEOPLE.contains(header) ? register.proof(parts[1]) : parts[1]);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            DocumentedAnswers.check(method, path, answer);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Imports a CSV file, and waits until that has succeeded; gives the address of the import. */
    String importAll(String file) {
        String address = header(send("POST", "/api/v2/imports", file, EDITOR, "Content-Type: text/csv"), "Location");
        // Its events end when it is over.
        assertThat(get(address + "/events", EDITOR).body()).contains("\"succeeded\"");
        return address;
    }

    /** Adds a city as an editor, over version 2. */
    public HttpResponse<String> add(String body) {
        return send("POST", "/api/v2/cities", body, EDITOR, JSON);
    }

    /** Adds Paris, and gives its tag. */
    public String addParis() {
        return header(add(PARIS), "ETag");
    }

    /** The value of a header, the values of one that is there more than once with commas between; else empty. */
    public static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @Override
    public void close() {
        register.close();
    }
}
