package org.cityapi.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The OpenAPI document of one version: what micronaut-openapi read from the code when it was built, tidied. References
 * stand alone, shared parts that only the other version refers to are left out, and each answer has the headers that
 * every answer has.
 *
 * @param json the document as JSON
 * @param yaml the same as YAML
 */
record OpenApiDocument(String json, String yaml) {

    private static final String REF = "$ref";
    private static final String COMPONENTS = "components";
    private static final String ANY_TYPE = "x-any-type";

    private static final List<String> OF_EVERY_ANSWER =
            List.of("X-Request-Id", "Cache-Control", "Vary", "RateLimit", "RateLimit-Policy");

    private static final List<String> OF_VERSION_1 = List.of("Deprecation", "Sunset");

    /**
     * Reads the document that was made of the code.
     *
     * @param version such as {@code v1}
     */
    static OpenApiDocument read(String version) {
        YAMLMapper yaml = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        String file = "/META-INF/swagger/" + version + ".yml";
        try (InputStream made = OpenApiDocument.class.getResourceAsStream(file)) {
            if (made == null) {
                throw new IllegalStateException("No " + file + ": it is made when the code is compiled");
            }
            ObjectNode document = (ObjectNode) yaml.readTree(made);
            document.findParents(ANY_TYPE).forEach(any -> ((ObjectNode) any).remove(List.of(ANY_TYPE, "type")));
            tellTypes(document, document);
            standAlone(document);
            document.path("paths").forEach(path -> path.forEach(operation -> addHeaders(operation, version)));
            leaveOutUnused(document);
            return new OpenApiDocument(
                    new ObjectMapper().writeValueAsString(document), yaml.writeValueAsString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reference has nothing beside it (OpenAPI 3.0.3, Reference Object). */
    private static void standAlone(JsonNode node) {
        if (node instanceof ObjectNode object && object.path(REF).isTextual()) {
            object.retain(REF);
        }
        node.forEach(OpenApiDocument::standAlone);
    }

    /** Where null stands for nothing, the type is told beside it, or told by what is referred to. */
    private static void tellTypes(JsonNode node, ObjectNode document) {
        JsonNode reference = node.path("allOf").path(0);
        if (node instanceof ObjectNode object && object.has("nullable") && reference.has(REF)) {
            JsonNode target = document.at(reference.path(REF).textValue().substring(1));
            object.remove(List.of("nullable", "allOf"));
            if (target.has("type")) {
                object.put("type", "object")
                        .put("nullable", true)
                        .putArray("allOf")
                        .add(reference);
            } else {
                object.set(REF, reference.path(REF));
            }
        }
        node.forEach(child -> tellTypes(child, document));
    }

    private static void addHeaders(JsonNode operation, String version) {
        for (JsonNode answer : operation.path("responses")) {
            if (!answer.has(REF)) {
                ObjectNode headers = ((ObjectNode) answer).withObjectProperty("headers");
                OF_EVERY_ANSWER.forEach(name -> refer(headers, name, name));
                if (version.equals("v1")) {
                    refer(headers, "Link", "successor-version");
                    OF_VERSION_1.forEach(name -> refer(headers, name, name));
                }
            }
        }
    }

    private static void refer(ObjectNode headers, String name, String part) {
        headers.withObjectProperty(name).put(REF, "#/components/headers/" + part);
    }

    /** What is left out may have referred to more, hence again until nothing is. */
    private static void leaveOutUnused(ObjectNode document) {
        boolean fewer;
        do {
            fewer = false;
            Set<String> used = new HashSet<>();
            collect(document, used);
            for (Map.Entry<String, JsonNode> kind : document.path(COMPONENTS).properties()) {
                String place = "#/" + COMPONENTS + "/" + kind.getKey() + "/";
                if (!kind.getKey().equals("securitySchemes")) {
                    fewer |= kind.getValue().properties().removeIf(part -> !used.contains(place + part.getKey()));
                }
            }
        } while (fewer);
    }

    private static void collect(JsonNode node, Set<String> used) {
        if (node.path(REF).isTextual()) {
            used.add(node.path(REF).textValue());
        }
        node.forEach(child -> collect(child, used));
    }
}
