package org.cityapi.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A real provider on the loopback address, with as many faults as a test asks for. */
final class TestProvider implements AutoCloseable {

    static final String AUDIENCE = "https://cities.example/api";

    /** Another pair under the same name; making one takes a while, so the tests share two. */
    static final RSAKey STRANGER = newKey();

    private static final RSAKey OWN = newKey();

    private static final String DISCOVERY = "/idp/.well-known/openid-configuration";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String keys;
    private volatile String calledItself;
    private volatile HttpHandler fault;

    final RSAKey rsa;

    /** Its pages for browsers. */
    final TestSignIns signIns = new TestSignIns(this);

    TestProvider() throws IOException {
        this(OWN);
    }

    TestProvider(RSAKey rsa) throws IOException {
        this.rsa = rsa;
        keys = new JWKSet(rsa).toString(true);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        calledItself = issuer();
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static ECKey ecKey(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String issuer() {
        return origin() + "/idp";
    }

    TrustedIssuer trusted() {
        return new TrustedIssuer(issuer(), AUDIENCE, null);
    }

    /** How many requests of any kind came in. */
    int fetches() {
        return fetches.get();
    }

    void publish(JWK... published) {
        keys = new JWKSet(List.of(published)).toString(true);
    }

    /** A set of keys as it goes over the wire. */
    void publish(String published) {
        keys = published;
    }

    void callsItself(String issuer) {
        calledItself = issuer;
    }

    /** Answers every request with this from now on; null mends it. */
    void fails(HttpHandler with) {
        fault = with;
    }

    /** Drops every connection from now on. */
    void goesDown() {
        fails(HttpExchange::close);
    }

    void comesUp() {
        fails(null);
    }

    private void answer(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        HttpHandler failing = fault;
        if (failing != null) {
            failing.handle(exchange);
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case DISCOVERY -> json(exchange, 200, signIns.document(calledItself));
            case "/authorize" -> signIns.ask(exchange);
            case "/token" -> signIns.redeem(exchange);
            case "/userinfo" -> signIns.userInfo.handle(exchange);
            default -> json(exchange, 200, keys);
        }
    }

    /** Does not answer for longer than anybody waits. */
    static void hang(HttpExchange exchange) {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The claims of a good access token. */
    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject("auth0|4711")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    String token() {
        return token(claims -> {});
    }

    String token(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = claims();
        change.accept(claims);
        return sign(rsa, JWSAlgorithm.RS256, header -> {}, claims.build());
    }

    String signedBy(JWK key, JWSAlgorithm algorithm) {
        return sign(key, algorithm, header -> {}, claims().build());
    }

    String withHeader(Consumer<JWSHeader.Builder> change) {
        return sign(rsa, JWSAlgorithm.RS256, change, claims().build());
    }

    static String sign(JWK key, JWSAlgorithm algorithm, Consumer<JWSHeader.Builder> change, JWTClaimsSet claims) {
        try {
            JWSHeader.Builder header =
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
            change.accept(header);
            SignedJWT jwt = new SignedJWT(header.build(), claims);
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
