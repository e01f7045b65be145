package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real OpenID Connect server: Keycloak, as a process of its own, with the realm {@code cities} of {@code realm.json}
 * in a database that is new each time, started as docs/security.md says. The profile {@code keycloak} fetches it, and runs what stands on it.
 *
 * <p>Its people are {@code vera} (no roles), {@code eddie} (an editor's), {@code ada} (an administrator's) and
 * {@code mallory}, who gave ada's e-mail address as hers; each has the password {@code password-of-NAME}.
 */
final class Keycloak implements AutoCloseable {

    /** 25 seconds are enough on a machine that does nothing else. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String DESCRIPTION = "/realms/cities/.well-known/openid-configuration";

    private final Process process;
    private final Path log;
    private final KeycloakCommands commands;
    private final HttpClient client = HttpClient.newHttpClient();

    private Keycloak(Process process, Path log, KeycloakCommands commands) {
        this.process = process;
        this.log = log;
        this.commands = commands;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param folder an empty one, where the program and its data go
     * @param register the port of the register that its people sign in to
     */
    static Keycloak start(Path folder, int register) {
        KeycloakCommands commands = new KeycloakCommands(CityApiJar.freePort(), register);
        Path log = folder.resolve("keycloak.log");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", commands.toStartKeycloak())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Keycloak keycloak = new Keycloak(builder.start(), log, commands);
            keycloak.awaitReady();
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KeycloakCommands commands() {
        return commands;
    }

    /** How its tokens call it; its pages for people are below it. */
    String issuer() {
        return "http://localhost:" + commands.keycloakPort() + "/realms/cities";
    }

    /** The register, told to trust this provider. */
    CityApiJar trustedBy(CityApiJar register) {
        commands.settings().forEach(register::with);
        return register;
    }

    /** An access token that names this API, of a person who gave a script the password. */
    String tokenOf(String person) {
        return token("access_token", "city-shell", person);
    }

    /** As {@link #tokenOf}, but the token tells a program who signed in and opens nothing. */
    String idTokenOf(String person) {
        return token("id_token", "city-shell", person);
    }

    /** An access token of that person for somebody else's API. */
    String tokenForAnotherApi(String person) {
        return token("access_token", "other-program", person);
    }

    /** An access token of a program by its own right, after RFC 9068: {@code typ} is {@code at+jwt}. */
    String tokenOfProgram() {
        return fetch("access_token", "/realms/cities", "client_credentials", "city-program", "");
    }

    /** Signs with another key from now on; the former still verifies. */
    void rotateKeys() {
        String admin = fetch(
                "access_token", "/realms/master", "password", "admin-cli", "&username=root&password=password-of-root");
        String key = "{\"name\":\"another\",\"providerId\":\"rsa-generated\","
                + "\"providerType\":\"org.keycloak.keys.KeyProvider\",\"config\":{\"priority\":[\"200\"]}}";
        send(request("/admin/realms/cities/components")
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(key)));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isUp()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("Keycloak does not start:\n" + Files.readString(log));
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean isUp() {
        try {
            return client.send(request(DESCRIPTION).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(String kind, String program, String person) {
        String form = "&scope=openid&username=" + person + "&password=password-of-" + person;
        return fetch(kind, "/realms/cities", "password", program, form);
    }

    private String fetch(String kind, String realm, String grant, String program, String more) {
        String form = "grant_type=" + grant + "&client_id=" + program + "&client_secret=secret-of-" + program + more;
        String answer = send(request(realm + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        Matcher token = Pattern.compile("\"" + kind + "\":\"([^\"]+)\"").matcher(answer);
        if (!token.find()) {
            throw new IllegalStateException("No token: " + answer);
        }
        return token.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(issuer()).resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
