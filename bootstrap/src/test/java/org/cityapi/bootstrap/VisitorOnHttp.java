package org.cityapi.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a window, which goes wherever it is sent, from a register to its local provider and back. */
final class VisitorOnHttp {

    private static final Pattern FIELD = Pattern.compile("name=\"(request|csrf)\" value=\"([^\"]+)\"");

    private final HttpClient http;
    private final String site;

    VisitorOnHttp(int port) {
        this(
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build(),
                port);
    }

    private VisitorOnHttp(HttpClient http, int port) {
        this.http = http;
        this.site = "http://localhost:" + port;
    }

    /** The same browser at another port of the same host, where it shows the same cookies (RFC 6265, 8.5). */
    VisitorOnHttp at(int port) {
        return new VisitorOnHttp(http, port);
    }

    HttpResponse<String> get(String path, String id) {
        return send(request(URI.create(site + path), id));
    }

    HttpResponse<String> post(String path, String id, String form) {
        return post(URI.create(site + path), id, form);
    }

    /** Posts a form that comes some time after the head of its request, as on a slow line. */
    HttpResponse<String> postLate(String path, String id, String form) {
        return send(request(URI.create(site + path), id)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> late(form))));
    }

    private static InputStream late(String form) {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks without a body, as a script of a page does; each header is "Name: value". */
    HttpResponse<String> byScript(String method, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(site + path)).method(method, HttpRequest.BodyPublishers.noBody());
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            request.header(parts[0], parts[1]);
        }
        return send(request);
    }

    /** The page that one comes to, as one of the people of local mode. */
    HttpResponse<String> signIn(String person, String id) {
        HttpResponse<String> choice = get("/login", id);
        String asked = URLEncoder.encode(field(choice).replace("&amp;", "&"), StandardCharsets.UTF_8);
        URI form = choice.uri().resolve("/local/authorize");
        return post(form, id, "request=" + asked + "&person=" + person);
    }

    /** The proof that the account page gives its forms. */
    String proof() {
        return "csrf=" + field(get("/account", "proof"));
    }

    private HttpResponse<String> post(URI address, String id, String form) {
        return send(request(address, id)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder request(URI address, String id) {
        return HttpRequest.newBuilder(address).header("X-Request-Id", id).header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(HttpResponse<String> page) {
        Matcher field = FIELD.matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("No form: " + page + page.body());
        }
        return field.group(2);
    }
}
