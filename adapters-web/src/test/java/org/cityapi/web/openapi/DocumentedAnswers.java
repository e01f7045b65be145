package org.cityapi.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
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

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

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
                String route = version.getValue().route(path);
                JsonNode operation = version.getValue().operation(method, route);
                if (!operation.isMissingNode()) {
                    version.getValue().check(method, target, operation, answer);
                    SeenAnswers.add(method, route, answer.statusCode());
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

    /** The path of the document that has this address; else the address. */
    private String route(String path) {
        if (!document.path("paths").has(path)) {
            for (String route : (Iterable<String>) document.path("paths")::fieldNames) {
                String id = route.matches(".*/(users|tokens)/.*") ? "(?:usr|tok)_[0-9a-f]{32}" : "[1-9][0-9]*";
                String pattern =
                        "\\Q" + route.replace("{id}", "\\E" + id + "\\Q").replace("{code}", "\\E[^/]+\\Q") + "\\E";
                if (Pattern.matches(pattern, path)) {
                    return route;
                }
            }
        }
        return path;
    }

    private JsonNode operation(String method, String route) {
        String name = (method.equals("HEAD") ? "GET" : method).toLowerCase(Locale.ROOT);
        return document.path("paths").path(route).path(name);
    }

    private void check(String method, String target, JsonNode operation, HttpResponse<String> answer) {
        String which = method + " " + target + ": " + answer.statusCode();
        JsonNode told = resolved(operation.path("responses").path(Integer.toString(answer.statusCode())));
        if (told.isMissingNode()) {
            throw new AssertionError(which + " is not in the OpenAPI document");
        }
        for (String header : answer.headers().map().keySet()) {
            boolean known = UNTOLD.contains(header) || header.startsWith("access-control-");
            for (Map.Entry<String, JsonNode> tellable : told.path("headers").properties()) {
                known |= tellable.getKey().equalsIgnoreCase(header);
            }
            if (!known) {
                throw new AssertionError(which + " has " + header + ", which is not in the OpenAPI document");
            }
        }
        told.path("headers").properties().forEach(header -> checkHeader(which, header, answer));
        boolean zipped = answer.headers().firstValue("Content-Encoding").isPresent();
        if (answer.body().isEmpty()) {
            if (!told.path("content").isEmpty() && !method.equals("HEAD") && !isLines(type(answer))) {
                throw new AssertionError(which + " has no body, though the OpenAPI document promises one");
            }
        } else if (!zipped) {
            checkBody(which, told, answer);
        }
    }

    private void checkHeader(String which, Map.Entry<String, JsonNode> told, HttpResponse<String> answer) {
        JsonNode header = resolved(told.getValue());
        List<String> values = answer.headers().allValues(told.getKey());
        if (values.isEmpty() && header.path("required").asBoolean()) {
            throw new AssertionError(which + " has no " + told.getKey() + ", which the OpenAPI document promises");
        }
        boolean number = header.at("/schema/type").asText().equals("integer");
        for (String value : values) {
            JsonNode typed = number && DIGITS.matcher(value).matches()
                    ? LongNode.valueOf(Long.parseLong(value))
                    : TextNode.valueOf(value);
            checkValue(which + ", " + told.getKey(), header.path("schema"), typed.toString());
        }
    }

    private void checkBody(String which, JsonNode told, HttpResponse<String> answer) {
        String type = type(answer);
        JsonNode media = told.path("content").path(type);
        if (media.isMissingNode()) {
            throw new AssertionError(which + " is " + type + ", which is not in the OpenAPI document");
        }
        if (isLines(type)) {
            answer.body().lines().forEach(line -> checkValue(which, media.path("schema"), line));
        } else if (type.endsWith("json")) {
            checkValue(which, media.path("schema"), answer.body());
        }
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    /** Whether the schema is that of each line, of which there may be none. */
    private static boolean isLines(String type) {
        return type.equals("application/x-ndjson");
    }

    private void checkValue(String which, JsonNode schema, String value) {
        Set<ValidationMessage> faults =
                schemas.computeIfAbsent(schema.toString(), this::schema).validate(value, InputFormat.JSON);
        if (!faults.isEmpty()) {
            throw new AssertionError(which + ": " + faults + " in " + value);
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
