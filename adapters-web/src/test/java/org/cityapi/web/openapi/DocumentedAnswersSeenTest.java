package org.cityapi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** api.md, 9: every status that the documents tell of is really sent. Runs after all others, on what they have seen. */
class DocumentedAnswersSeenTest {

    /** What tells these stands before the operations: seen of one operation, each is as good as seen of all. */
    private static final Set<String> OF_ALL_OPERATIONS =
            Set.of("401", "403", "406", "408", "413", "414", "429", "431", "503");

    /** What the tests do send and see, but not by the client that looks into the documents; or what is promised and not sent. */
    private static final Set<String> SEEN_ELSEWHERE = Set.of(
            "POST /api/v2/cities/{id}/restore 410", // was sent where 412 is now
            "v1 408", // SlowBodyTest writes byte by byte
            "v2 408",
            "v1 503", // BrokenTest has routes of its own
            "GET /api/v2/changes/stream 200"); // StreamContract reads event by event

    @Test
    void everyStatusThatIsToldWasSeen() throws IOException {
        Set<String> seen = SeenAnswers.all();
        Set<String> missing = new TreeSet<>(told("v1"));
        missing.addAll(told("v2"));
        assertThat(missing).containsAll(SEEN_ELSEWHERE);
        if (System.getProperty("test") != null) {
            return; // Maven was told to run some tests: what they have not seen says nothing.
        }
        missing.removeAll(
                seen.stream().map(DocumentedAnswersSeenTest::withoutOperation).collect(Collectors.toSet()));

        assertThat(missing).isEqualTo(SEEN_ELSEWHERE);
    }

    private static Set<String> told(String version) throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(OpenApiDocument.read(version).json())
                .path("paths");
        Set<String> told = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " ";
                operation
                        .getValue()
                        .path("responses")
                        .fieldNames()
                        .forEachRemaining(status -> told.add(withoutOperation(name + status)));
            }
        }
        return told;
    }

    /** {@code GET /api/v1/cities 401} is {@code v1 401}, and {@code GET /api/v1/cities 200} stays what it is. */
    private static String withoutOperation(String answer) {
        String status = answer.substring(answer.lastIndexOf(' ') + 1);
        return OF_ALL_OPERATIONS.contains(status) ? answer.replaceFirst("^.*/api/(v\\d+)/.*$", "$1 " + status) : answer;
    }
}
