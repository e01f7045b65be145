package org.cityapi.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** The part of a provider that browsers see: it signs everybody in at once, and lies as a test wants. */
final class TestSignIns {

    static final String CLIENT = "city-web";
    static final String SECRET = "the secret: +/&=%";

    private final TestProvider provider;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    /** The forms that came to the token endpoint. */
    final List<Map<String, String>> redeemed = new CopyOnWriteArrayList<>();

    /** All tokens that were given away. */
    final List<String> given = new CopyOnWriteArrayList<>();

    /** Goes over what the provider says of itself; an empty text takes away. */
    final Map<String, Object> told = new ConcurrentHashMap<>();

    /** Goes over what the token endpoint answers; an empty text takes away. */
    final Map<String, Object> answered = new ConcurrentHashMap<>();

    volatile Consumer<JWTClaimsSet.Builder> claims = claims -> {};
    volatile Function<JWTClaimsSet, String> signer;
    volatile String accessToken = "opaque-access-token";
    volatile Consumer<Map<String, String>> answer = answer -> {};
    volatile HttpHandler tokenFault;
    volatile HttpHandler userInfo = exchange -> TestProvider.json(exchange, 200, "{}");

    TestSignIns(TestProvider provider) {
        this.provider = provider;
        signer = claims -> TestProvider.sign(provider.rsa, JWSAlgorithm.RS256, header -> {}, claims);
    }

    /** How it is configured here. */
    SignInProvider as(String name) {
        return new SignInProvider(name, "A provider", provider.issuer(), CLIENT, SECRET, TestProvider.AUDIENCE, null);
    }

    /** What the provider says of itself. */
    String document(String name) {
        Map<String, Object> document = new LinkedHashMap<>(Map.of(
                "issuer", name,
                "jwks_uri", provider.origin() + "/keys",
                "authorization_endpoint", provider.origin() + "/authorize",
                "token_endpoint", provider.origin() + "/token",
                "end_session_endpoint", provider.origin() + "/bye"));
        document.putAll(told);
        document.values().removeIf(""::equals);
        return JSONObjectUtils.toJSONString(document);
    }

    void ask(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        Map<String, String> back = new LinkedHashMap<>();
        back.put("code", code(query));
        back.put("state", query.get("state"));
        answer.accept(back);
        exchange.getResponseHeaders().set("Location", query.get("redirect_uri") + "?" + Browser.query(back));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** A code for a question, as it would be given to whoever asks it. */
    String code(Map<String, String> question) {
        String code = "code-" + UUID.randomUUID();
        codes.put(code, question);
        return code;
    }

    void redeem(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        redeemed.add(form);
        HttpHandler failing = tokenFault;
        if (failing != null) {
            failing.handle(exchange);
            return;
        }
        Map<String, String> question = codes.remove(form.get("code"));
        if (question == null || !proves(authorization, form) || !fits(question, form)) {
            TestProvider.json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        JWTClaimsSet.Builder said = provider.claims().audience(CLIENT).claim("nonce", question.get("nonce"));
        claims.accept(said);
        String id = signer.apply(said.build());
        given.addAll(List.of(id, accessToken));
        Map<String, Object> tokens = new LinkedHashMap<>();
        tokens.put("id_token", id);
        tokens.put("access_token", accessToken);
        tokens.put("refresh_token", "refresh-token-to-forget");
        tokens.put("token_type", "Bearer");
        tokens.putAll(answered);
        tokens.values().removeIf(""::equals);
        TestProvider.json(exchange, 200, JSONObjectUtils.toJSONString(tokens));
    }

    /** By header (RFC 6749, section 2.3.1) or by form. */
    private static boolean proves(String authorization, Map<String, String> form) {
        if (authorization == null) {
            return CLIENT.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
        }
        String pair = CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return authorization.equals(
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean fits(Map<String, String> question, Map<String, String> form) {
        String challenge = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier")))
                .getValue();
        return challenge.equals(question.get("code_challenge"))
                && form.get("redirect_uri").equals(question.get("redirect_uri"))
                && form.get("grant_type").equals("authorization_code");
    }

    static Map<String, String> fields(String query) {
        return MultivaluedMapUtils.toSingleValuedMap(URLUtils.parseParameters(query));
    }
}
