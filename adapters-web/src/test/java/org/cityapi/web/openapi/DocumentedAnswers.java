package org.cityapi.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Holds what a register sends against its OpenAPI documents: status, headers, media type and body. */
public final class DocumentedAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the transport and the browser need, and the documents say nothing of. */
    private static final Set<String> UNTOLD = Set.of(
            "date",
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "content-security-policy",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "x-xss-protection",
            "strict-transport-security");

    private static final Map<String, DocumentedAnswers> VERSIONS =
            Map.of("v1", new DocumentedAnswers("v1"), "v2", new DocumentedAnswers("v2"));

    private final JsonNode document;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    private DocumentedAnswers(String version) {
        try {
            document = JSON.readTree(OpenApiDocument.read(version).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (JsonNode schema : document.at("/components/schemas")) {
            if (schema.has("properties")) {
                // An answer has nothing that its document does not tell.
                ((ObjectNode) schema).put("additionalProperties", false);
                schema.path("properties").forEach(DocumentedAnswers::mayBeNull);
            }
        }
    }

    /** Fails when the answer is not as the documents say; says nothing of addresses that they do not have. */
    public static void check(String method, String target, HttpResponse<String> answer) {
        String path = target.replaceFirst("[?#].*", "");
        for (Map.Entry<String, DocumentedAnswers> version : VERSIONS.entrySet()) {
            if (path.startsWith("/api/" + version.getKey() + "/")) {
                JsonNode operation = version.getValue().operation(method, path);
                if (operation != null) {
                    version.getValue().check(method + " " + target, operation, answer);
                }
            }
        }
    }

    /** What generators read and JSON Schema does not: that a nullable reference may be null. */
    private static void mayBeNull(JsonNode property) {
        if (property.path("nullable").asBoolean() && property.has("allOf")) {
            ObjectNode either = (ObjectNode) property;
            JsonNode parts = either.remove("allOf");
            either.removeAll();
            either.putArray("anyOf").addObject().set("allOf", parts);
            ((ArrayNode) either.get("anyOf"))
                    .addObject()
                    .put("nullable", true)
                    .putArray("enum")
                    .addNull();
        }
    }

    private JsonNode operation(String method, String path) {
        String name = (method.equals("HEAD") ? "GET" : method).toLowerCase(Locale.ROOT);
        JsonNode found = document.path("paths").get(path);
        for (Map.Entry<String, JsonNode> entry : document.path("paths").properties()) {
            String pattern = "\\Q"
                    + entry.getKey().replace("{id}", "\\E[1-9][0-9]*\\Q").replace("{code}", "\\E[^/]+\\Q") + "\\E";
            if (found == null && Pattern.matches(pattern, path)) {
                found = entry.getValue();
            }
        }
        return found == null ? null : found.get(name);
    }

    private void check(String request, JsonNode operation, HttpResponse<String> answer) {
        JsonNode told = resolved(operation.path("responses").path(Integer.toString(answer.statusCode())));
        if (told.isMissingNode()) {
            throw new AssertionError(request + ": " + answer.statusCode() + " is not in the OpenAPI document");
        }
        for (String header : answer.headers().map().keySet()) {
            boolean known = UNTOLD.contains(header) || header.startsWith("access-control-");
            for (Map.Entry<String, JsonNode> tellable : told.path("headers").properties()) {
                known |= tellable.getKey().equalsIgnoreCase(header);
            }
            if (!known) {
                throw new AssertionError(request + ": the header " + header + " of " + answer.statusCode()
                        + " is not in the OpenAPI document");
            }
        }
        boolean zipped = answer.headers().firstValue("Content-Encoding").isPresent();
        if (!answer.body().isEmpty() && !zipped) {
            checkBody(request, told, answer);
        }
    }

    private void checkBody(String request, JsonNode told, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode media = told.path("content").path(type);
        if (media.isMissingNode()) {
            throw new AssertionError(
                    request + ": " + type + " of " + answer.statusCode() + " is not in the OpenAPI document");
        }
        if (type.endsWith("json")) {
            Set<ValidationMessage> faults = schemas.computeIfAbsent(
                            media.path("schema").toString(), this::schema)
                    .validate(answer.body(), InputFormat.JSON);
            if (!faults.isEmpty()) {
                throw new AssertionError(request + ": " + faults + " in " + answer.body());
            }
        }
    }

    private JsonSchema schema(String text) {
        try {
            ObjectNode alone = (ObjectNode) JSON.readTree(text);
            ObjectNode root = JSON.createObjectNode();
            root.putArray("allOf").add(alone);
            root.set("components", document.path("components"));
            return JsonSchemaFactory.getInstance(
                            SpecVersion.VersionFlag.V4,
                            builder -> builder.metaSchema(OpenApi30.getInstance())
                                    .defaultMetaSchemaIri(
                                            OpenApi30.getInstance().getIri()))
                    .getSchema(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? document.at(part.path("$ref").textValue().substring(1)) : part;
    }
}
