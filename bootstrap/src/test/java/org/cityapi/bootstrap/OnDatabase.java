package org.cityapi.bootstrap;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityapi.auth.local.LocalProvider;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.cityapi.web.Leaving;
import org.cityapi.web.Routes;
import org.cityapi.web.RunningRegister;

/** The whole register as {@link Register} starts it, with tokens that a provider signed. */
class OnDatabase implements RunningRegister {

    private static final LocalProvider PROVIDER = LocalProvider.start(0);
    private static final Map<String, String> PROOFS = new ConcurrentHashMap<>();
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final String address;
    private final EmbeddedServer server;

    /**
     * @param address of the database, as in the setting {@code DATABASE_URL}
     * @param more names and values of settings, by turns, that go before the usual ones
     */
    OnDatabase(String address, String... more) {
        this.address = address;
        Map<String, String> settings = new HashMap<>(Map.of(
                "PORT", Integer.toString(CityApiJar.freePort()),
                "BIND_ADDRESS", "localhost",
                "DATABASE_URL", address,
                "CITY_SEED", "none",
                "OIDC_ISSUER", PROVIDER.issuer(),
                "OIDC_AUDIENCE", LocalProvider.AUDIENCE,
                "SECRET_KEY", "7vK2mQx9RtLw4ZbN8sYc3HdF6gJp1UeA",
                "V1_DEPRECATED_AT", "2027-04-30T23:00:00Z",
                "V1_SUNSET_AT", "2027-05-01T00:00:00Z",
                "RATE_LIMIT", "off"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        server = Register.start(Settings.of(settings, Map.of()));
    }

    /** The settings, and more, of a register at which people sign in with a local provider that knows its callback. */
    static String[] signingIn(LocalProvider provider, int port, String... more) {
        String[] settings = {
            "PORT",
            Integer.toString(port),
            "OIDC_ISSUER",
            provider.issuer(),
            "OIDC_CLIENT_ID",
            LocalProvider.CLIENT_ID,
            "OIDC_CLIENT_SECRET",
            LocalProvider.CLIENT_SECRET
        };
        return Stream.of(settings, more).flatMap(Stream::of).toArray(String[]::new);
    }

    /** A connection of somebody else's to the same database. */
    Connection connect() throws SQLException {
        if (!PostgresUrl.isMeantBy(address)) {
            return DriverManager.getConnection("jdbc:" + address);
        }
        PostgresUrl url = PostgresUrl.of(address);
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public String proof(String role) {
        return PROOFS.computeIfAbsent(role, OnDatabase::fetch);
    }

    @Override
    public Set<String> routes() {
        return Routes.of(server.getApplicationContext());
    }

    /** As when it is told to stop. */
    void leave() {
        server.getApplicationContext().getBean(Leaving.class).begin();
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }

    /** The value of {@code Authorization} with a token of the provider that these registers trust. */
    static String fetch(String role) {
        return fetch(PROVIDER, role);
    }

    /** The value of {@code Authorization} with a token of a local provider. */
    static String fetch(LocalProvider provider, String role) {
        String credentials = "local-" + role + ":local";
        HttpRequest request = HttpRequest.newBuilder(URI.create(provider.issuer() + "/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher token = TOKEN.matcher(answer);
            if (!token.find()) {
                throw new IllegalStateException("No token: " + answer);
            }
            return "Bearer " + token.group(1);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
