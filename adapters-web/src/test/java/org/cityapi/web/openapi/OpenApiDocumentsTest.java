package org.cityapi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cityapi.web.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** api.md, 9: one document a version, generated from the code and served. {@link Client} holds answers against them. */
class OpenApiDocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Client client;

    @BeforeAll
    static void start() {
        client = Client.onMemory();
        client.addParis();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void theDocumentIsServedAsJsonAndAsYaml(String version) throws IOException {
        HttpResponse<String> json = client.get("/api/openapi/" + version + ".json");
        HttpResponse<String> yaml = client.get("/api/openapi/" + version + ".yaml");

        assertThat(Client.header(json, "Content-Type")).isEqualTo("application/json");
        assertThat(Client.header(yaml, "Content-Type")).isEqualTo("application/yaml");
        assertThat(new YAMLMapper().readTree(yaml.body())).isEqualTo(JSON.readTree(json.body()));
        assertThat(client.get("/api/openapi/" + version + ".json", "If-None-Match: " + Client.header(json, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void otherVersionsAreNotFound() {
        assertThat(client.get("/api/openapi/v3.json").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/openapi/v2.json?x=1").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void everyRouteIsInTheDocumentAndNoOther(String version) throws IOException {
        Set<String> told = new HashSet<>();
        document(version)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(told)
                .isEqualTo(client.routes().stream()
                        .filter(route -> route.contains(" /api/" + version + "/"))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void everyReferenceLeadsSomewhereAndStandsAlone(String version) throws IOException {
        JsonNode document = document(version);

        for (JsonNode holder : document.findParents("$ref")) {
            assertThat(holder).hasSize(1);
            assertThat(document.at(holder.path("$ref").textValue().substring(1)).isMissingNode())
                    .as(holder.toString())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void everyExampleOfAParameterIsTaken(String version) throws IOException {
        JsonNode document = document(version);
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (JsonNode reference : path.getValue().path("get").path("parameters")) {
                JsonNode parameter =
                        document.at(reference.path("$ref").textValue().substring(1));
                if (parameter.path("in").textValue().equals("query") && parameter.has("example")) {
                    String target = path.getKey() + "?" + parameter.path("name").textValue() + "="
                            + URLEncoder.encode(text(parameter.path("example")), StandardCharsets.UTF_8)
                            + companion(path.getKey(), parameter.path("name").textValue());

                    assertThat(client.get(target).statusCode()).as(target).isEqualTo(200);
                }
            }
        }
    }

    /** They stand in descriptions: one that Swagger UI fills in would make the second city a repetition of the first. */
    @Test
    void theExamplesOfAKeyAndOfAConditionAreTaken() throws IOException {
        for (String key : told("Idempotency-Key")) {
            HttpResponse<String> added = client.send(
                    "POST", "/api/v2/cities", Client.PARIS, Client.EDITOR, Client.JSON, "Idempotency-Key: " + key);
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        }
        for (String condition : told("If-Match")) {
            HttpResponse<String> changed = client.send(
                    "PATCH",
                    "/api/v2/cities/1",
                    "{\"population\":2148000}",
                    Client.EDITOR,
                    Client.JSON,
                    "If-Match: " + condition);
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        }
    }

    /** The values that the description of a header in requests shows as code. */
    private static List<String> told(String header) throws IOException {
        String text = document("v2")
                .at("/components/parameters/" + header + "/description")
                .textValue();
        List<String> values = Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(values).as(text).isNotEmpty();
        return values;
    }

    /** Swagger UI fills them all in: who tries the list out finds something. */
    @Test
    void theExamplesOfAListTogetherFindParis() throws IOException {
        JsonNode document = document("v2");
        List<String> query = new ArrayList<>();
        for (JsonNode reference : document.at("/paths/~1api~1v2~1cities/get/parameters")) {
            JsonNode parameter = document.at(reference.path("$ref").textValue().substring(1));
            if (parameter.has("example")) {
                query.add(parameter.path("name").textValue() + "="
                        + URLEncoder.encode(text(parameter.path("example")), StandardCharsets.UTF_8));
            }
        }

        assertThat(client.get("/api/v2/cities?" + String.join("&", query)).body())
                .contains("{\"id\":1,\"name\":\"Paris\"}");
    }

    /** What some parameters are not taken without. */
    private static String companion(String path, String name) {
        if (name.equals("radiusKm")) {
            return "&near=48.8534,2.3488";
        }
        return path.endsWith("/suggest") && !name.equals("q") ? "&q=par" : "";
    }

    @Test
    void theExamplesOfBodiesAreTaken() throws IOException {
        JsonNode schemas = document("v2").at("/components/schemas");
        String whole = example(schemas.path("CityV2").path("properties"));
        String city = schemas.at("/NewCity/example").toString();

        HttpResponse<String> added = client.send("POST", "/api/v2/cities", city, Client.EDITOR, Client.JSON);
        String address = Client.header(added, "Location");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(client.send("POST", "/api/v2/cities", whole, Client.EDITOR, Client.JSON)
                        .statusCode())
                .isEqualTo(201);
        assertThat(client.send(
                                "POST",
                                address + "/restore",
                                schemas.at("/VersionToRestore/example").toString(),
                                Client.EDITOR,
                                Client.JSON)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send(
                                "POST",
                                "/api/v2/tokens",
                                schemas.at("/NewToken/example").toString(),
                                Client.EDITOR,
                                Client.JSON)
                        .statusCode())
                .isEqualTo(201);
    }

    /** Without any of those that are required a body is refused, and without all others it is taken. */
    @ParameterizedTest
    @CsvSource({"NewCity, /api/v2/cities", "NewToken, /api/v2/tokens"})
    void whatIsToldToBeRequiredIs(String name, String path) throws IOException {
        JsonNode schema = document("v2").at("/components/schemas/" + name);
        ObjectNode body = (ObjectNode) schema.path("example");
        Set<String> required = new TreeSet<>();
        schema.findValues("required").forEach(names -> names.forEach(property -> required.add(property.textValue())));

        assertThat(client.send("POST", path, body.deepCopy().retain(required).toString(), Client.EDITOR, Client.JSON)
                        .statusCode())
                .isEqualTo(201);
        for (String property : required) {
            ObjectNode lacking = body.deepCopy();
            lacking.remove(property);
            HttpResponse<String> refused = client.send("POST", path, lacking.toString(), Client.EDITOR, Client.JSON);
            assertThat(refused.statusCode()).as(property).isEqualTo(400);
            assertThat(refused.body()).contains("\"field\":\"" + property + "\",", "\"code\":\"required\"");
        }
    }

    /** A body of the examples of all properties; those that are only read may come along. */
    private static String example(JsonNode properties) {
        var body = JSON.createObjectNode();
        properties.properties().stream()
                .filter(property -> property.getValue().has("example"))
                .forEach(property ->
                        body.set(property.getKey(), property.getValue().path("example")));
        return body.toString();
    }

    private static String text(JsonNode example) {
        List<String> parts = new ArrayList<>();
        example.forEach(part -> parts.add(part.asText()));
        return parts.isEmpty() ? example.asText() : String.join(",", parts);
    }

    private static JsonNode document(String version) throws IOException {
        return JSON.readTree(client.get("/api/openapi/" + version + ".json").body());
    }
}
