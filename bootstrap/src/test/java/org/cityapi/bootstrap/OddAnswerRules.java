package org.cityapi.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What holds of every answer, whatever was asked. */
final class OddAnswerRules {

    /** Stack traces, classes, statements and files; no odd request has such text in it. */
    private static final Pattern INTERNALS = Pattern.compile(
            "\\bat [a-z][\\w$.]+\\(|[a-z]Exception\\b|(?<!\\bo)[a-z]Error\\b|\\b(java|javax|jakarta|sun|reactor)\\.[a-z]|(org\\.cityapi|io\\.micronaut|io\\.netty|com\\.fasterxml)"
                    + "|\\.java:\\d|\\bSQLITE|\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) |/(tmp|home|usr|work)/|\\bnull pointer");

    /** Longer ones are lists of cities. */
    private static final int LONG = 10_000;

    /** Refusals of what no version of the API has a part in, each as its RFC says. */
    private static final Set<Integer> STRANGE = Set.of(501, 505);

    private static final JsonMapper JSON = new JsonMapper();

    private OddAnswerRules() {}

    /** What is wrong with this answer; null when nothing is. */
    static @Nullable String faultOf(OddRequest request, OddAnswer answer) {
        boolean strange = request.wire() != OddRequest.Wire.PLAIN;
        if (answer.status() >= 500 && !(strange && STRANGE.contains(answer.status()))) {
            return "status";
        }
        if (answer.header("X-Request-Id").isEmpty()) {
            return "no X-Request-Id";
        }
        boolean text = answer.is("application/") || answer.is("text/html") || answer.is("text/plain");
        Matcher internals = INTERNALS.matcher(answer.body());
        if (text && answer.body().length() < LONG && internals.find()) {
            return "tells of internals: " + internals.group();
        }
        // Of a line that is too long nobody knows which version it was meant for.
        boolean read =
                request.wire() == OddRequest.Wire.PLAIN && !request.method().equals("HEAD") && answer.status() != 414;
        return answer.status() >= 400 && read ? refusalFault(pathOf(request.target()), answer) : null;
    }

    private static @Nullable String refusalFault(String path, OddAnswer answer) {
        if (!path.startsWith("/api/") || answer.header("Content-Encoding").isPresent()) {
            return null;
        }
        JsonNode refusal;
        try {
            refusal = JSON.readTree(answer.body().getBytes(StandardCharsets.ISO_8859_1));
        } catch (JsonProcessingException e) {
            return "no JSON: " + e.getOriginalMessage();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (path.startsWith("/api/v1/")) {
            return refusal.size() == 1 && refusal.path("error").isTextual() ? null : "no error of version 1";
        }
        boolean problem = answer.is("application/problem+json")
                && refusal.path("status").asInt() == answer.status()
                && refusal.path("title").isTextual()
                && refusal.path("detail").isTextual()
                && answer.header("X-Request-Id")
                        .orElse("")
                        .equals(refusal.path("requestId").asText());
        return problem ? null : "no problem of version 2";
    }

    private static String pathOf(String target) {
        String path = target.startsWith("http://") ? target.substring(Math.max(0, target.indexOf('/', 7))) : target;
        return path.split("[?#]", 2)[0];
    }
}
