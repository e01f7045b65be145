package org.cityapi.auth;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser without a window: it keeps cookies, and goes where it is told step by step. */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Caller house;

    /** What it holds for the house. */
    final Map<String, String> cookies = new TreeMap<>();

    Browser(Caller house) {
        this.house = house;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, query(form), all);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(house.server().getURL() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = house.send(request.build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    private void keep(String header) {
        HttpCookie cookie =
                HttpCookie.parse(header.replaceFirst("(?i)expires=[^;]*;?", "")).get(0);
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    /** What the house would have the provider asked. */
    Map<String, String> begin(String provider) {
        return TestSignIns.fields(
                URI.create(location(get("/oauth/login/" + provider))).getRawQuery());
    }

    /** From the house to the provider, and to the address that leads back from there. */
    String goThere(String provider) {
        return location(visit(location(get("/oauth/login/" + provider))));
    }

    HttpResponse<String> comeBack(String address) {
        URI back = URI.create(address);
        return get(back.getRawPath() + "?" + back.getRawQuery());
    }

    /** A whole sign-in. */
    HttpResponse<String> signIn(String provider) {
        return comeBack(goThere(provider));
    }

    static HttpResponse<String> visit(String address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
    }

    static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
