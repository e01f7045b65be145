package org.cityapi.auth.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser and an application do at a provider to sign somebody in; each step can be made to go wrong. */
final class LocalVisit {

    static final String CALLBACK = "http://localhost:8080/oauth/callback/local";

    private static final Pattern REQUEST =
            Pattern.compile("<input type=\"hidden\" name=\"request\" value=\"([^\"]*)\">");

    final CodeVerifier verifier = new CodeVerifier();
    private final LocalCalls calls;
    private final Map<String, String> asked = new LinkedHashMap<>();

    LocalVisit(LocalCalls calls) {
        this.calls = calls;
        asked.put("client_id", "city-api-local");
        asked.put("redirect_uri", CALLBACK);
        asked.put("response_type", "code");
        asked.put("scope", "openid profile email");
        asked.put("state", "the-state");
        asked.put("nonce", "the-nonce");
        asked.put(
                "code_challenge",
                CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
        asked.put("code_challenge_method", "S256");
    }

    LocalVisit with(String name, String value) {
        asked.put(name, value);
        return this;
    }

    LocalVisit without(String name) {
        asked.remove(name);
        return this;
    }

    String query() {
        return form(asked);
    }

    HttpResponse<String> page(String... headers) {
        HttpRequest.Builder request = calls.at("/authorize?" + query());
        return calls.send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Presses a button of the page. */
    HttpResponse<String> choose(String person) {
        HttpResponse<String> page = page();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<button name=\"person\" value=\"" + person + "\">");
        Matcher field = REQUEST.matcher(page.body());
        assertThat(field.find()).isTrue();
        String value = field.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return post(Map.of("request", value, "person", person), "Origin", origin());
    }

    /** Sends the form of the page, whatever the page says. */
    HttpResponse<String> post(Map<String, String> fields, String... headers) {
        HttpRequest.Builder request = calls.at("/authorize").header("Content-Type", LocalCalls.FORM);
        return calls.send(
                (headers.length == 0 ? request : request.headers(headers)).POST(BodyPublishers.ofString(form(fields))));
    }

    /** Gets as far as a code. */
    String code(String person) {
        HttpResponse<String> answer = choose(person);
        assertThat(answer.statusCode()).isEqualTo(303);
        return parameters(answer).get("code");
    }

    /** What the application asks for a code, by default in the right way. */
    HttpResponse<String> tokens(String code) {
        return tokens(code, Map.of());
    }

    HttpResponse<String> tokens(String code, Map<String, String> changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", asked.get("redirect_uri"));
        fields.put("code_verifier", verifier.getValue());
        fields.put("client_id", "city-api-local");
        fields.put("client_secret", "local");
        fields.putAll(changes);
        fields.values().removeIf(String::isEmpty);
        return calls.send(calls.form(form(fields)));
    }

    /** The origin of the provider's own pages. */
    String origin() {
        return "http://" + URI.create(calls.issuer()).getAuthority();
    }

    /** Where an answer sends the browser, without what it adds. */
    static String target(HttpResponse<String> answer) {
        return location(answer).replaceFirst("\\?.*", "");
    }

    static Map<String, String> parameters(HttpResponse<String> answer) {
        return MultivaluedMapUtils.toSingleValuedMap(
                URLUtils.parseParameters(URI.create(location(answer)).getRawQuery()));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
