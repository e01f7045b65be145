package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * An OpenID Connect provider for trying things out (OpenID Connect Discovery 1.0; RFC 6749, 4.4): it listens on the
 * loopback alone and knows a viewer, an editor and an administrator, all with the secret {@code local}.
 */
public final class LocalProvider implements AutoCloseable {

    private static final Pattern OUR_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?");
    private static final String JSON = "application/json";

    private final HttpServer server;
    private final ExecutorService threads;

    private LocalProvider(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts the provider on {@code http://localhost:<port>/local}.
     *
     * @throws IllegalStateException when the port is taken
     */
    public static LocalProvider start(int port) {
        String issuer = "http://localhost:" + port + "/local";
        AccessTokens tokens = AccessTokens.of(issuer);
        TokenEndpoint endpoint = new TokenEndpoint(URI.create(issuer + "/token"), tokens);
        byte[] metadata = metadata(issuer).toJSONObject().toJSONString().getBytes(StandardCharsets.UTF_8);
        byte[] keys = tokens.publicKeys().getBytes(StandardCharsets.UTF_8);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newFixedThreadPool(4, work -> {
                Thread thread = new Thread(work, "local-provider");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, 404, JSON, new byte[0]));
            page(server, "/local/.well-known/openid-configuration", metadata);
            page(server, "/local/jwks", keys);
            server.createContext("/local/token", exchange -> guarded(exchange, "POST", endpoint::answer));
            server.start();
            return new LocalProvider(server, threads);
        } catch (IOException e) {
            throw new IllegalStateException("port " + port + " cannot be had: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void page(HttpServer server, String path, byte[] body) {
        server.createContext(path, exchange -> guarded(exchange, "GET", asked -> answer(asked, 200, JSON, body)));
    }

    /** What answers a request that is meant for us. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** Another host name means a page of the web that had its name resolve to us; another method is not known. */
    private static void guarded(HttpExchange exchange, String method, Answer answer) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !OUR_HOST.matcher(host).matches()) {
            answer(exchange, 421, JSON, new byte[0]);
        } else if (!exchange.getRequestURI()
                .getPath()
                .equals(exchange.getHttpContext().getPath())) {
            answer(exchange, 404, JSON, new byte[0]);
        } else if (!exchange.getRequestMethod().equals(method)) {
            exchange.getResponseHeaders().set("Allow", method);
            answer(exchange, 405, JSON, new byte[0]);
        } else {
            answer.to(exchange);
        }
    }

    static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static OIDCProviderMetadata metadata(String issuer) {
        OIDCProviderMetadata metadata =
                new OIDCProviderMetadata(new Issuer(issuer), List.of(SubjectType.PUBLIC), URI.create(issuer + "/jwks"));
        metadata.setTokenEndpointURI(URI.create(issuer + "/token"));
        metadata.setGrantTypes(List.of(GrantType.CLIENT_CREDENTIALS));
        metadata.setTokenEndpointAuthMethods(
                List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST));
        return metadata;
    }
}
