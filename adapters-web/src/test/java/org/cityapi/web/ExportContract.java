package org.cityapi.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/v2/cities/export}: which cities are in a file, in which order and form (section 6 of the contract). */
public abstract class ExportContract extends SharedHttpContract {

    private static final String PATH = "/api/v2/cities/export";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String[] CITIES = {
        "'Paris','FR',2138551,48.85341,2.3488,['Parigi','パリ']",
        "'Paris','US',24782,33.66094,-95.5,[]",
        "'Washington, \\'D.C.\\'','US',689545,38.89511,-77.03637,['a|b','c\\\\d']",
        "'=1+1','FR',3,null,null,['-x','y']",
        "'\\u0027s-Hertogenbosch','NL',134520,51.69917,5.30417,[]",
        "'São Paulo','BR',12400232,-23.5475,-46.63611,['Saint Paul']",
        "'Villeparisis','FR',26000,48.94,2.6,['Ville de Paris']"
    };

    @Override
    @BeforeAll
    protected void connect() {
        super.connect();
        for (String city : CITIES) {
            // Apostrophes stand for quotes; behind a backslash they stay quotes within a text.
            String[] parts = city.replace("'", "\"").split(",(?=(?:[^\"\\\\]|\\\\.|\"(?:[^\"\\\\]|\\\\.)*\")*$)", 6);
            assertThat(app.add(
                                    "{\"name\":%s,\"countryCode\":%s,\"population\":%s,\"latitude\":%s,\"longitude\":%s,\"otherNames\":%s}"
                                            .formatted((Object[]) parts))
                            .statusCode())
                    .as(city)
                    .isEqualTo(201);
        }
    }

    private HttpResponse<String> export(String query, String... headers) {
        HttpResponse<String> file = app.get(PATH + query, headers);
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        return file;
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static List<String> ids(String csv) {
        return rows(csv).stream().map(row -> row.getField("id")).toList();
    }

    @Test
    void csvHasALineOfEachCity() {
        HttpResponse<String> file = export("");
        List<NamedCsvRecord> rows = rows(file.body());

        assertThat(header(file, "Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(header(file, "Content-Disposition")).isEqualTo("attachment; filename=\"cities.csv\"");
        assertThat(header(file, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(file, "Content-Language")).isEmpty();
        assertThat(ids(file.body())).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(rows.get(1).getField("longitude")).isEqualTo("-95.5");
        assertThat(rows.get(2).getField("name")).isEqualTo("Washington, \"D.C.\"");
        assertThat(rows.get(2).getField("otherNames")).isEqualTo("a\\|b|c\\\\d");
        assertThat(rows.get(3).getField("name")).isEqualTo("'=1+1");
        assertThat(rows.get(3).getField("latitude")).isEmpty();
        assertThat(rows.get(3).getField("otherNames")).isEqualTo("'-x|y");
        assertThat(rows.get(4).getField("name")).isEqualTo("'s-Hertogenbosch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theJsonOfEachCityIsThatOfTheCity(String language) throws IOException {
        String spoken = "Accept-Language: " + language;
        List<JsonNode> cities = new ArrayList<>();
        for (int id = 1; id <= CITIES.length; id++) {
            cities.add(JSON.readTree(app.get("/api/v2/cities/" + id, spoken).body()));
        }

        HttpResponse<String> array = export("?format=json", spoken);
        HttpResponse<String> lines = export("?format=ndjson", spoken);

        assertThat(JSON.readTree(array.body())).isEqualTo(JSON.createArrayNode().addAll(cities));
        assertThat(lines.body()).endsWith("}\n");
        assertThat(lines.body().lines().map(ExportContract::json)).isEqualTo(cities);
        for (HttpResponse<String> file : List.of(array, lines)) {
            assertThat(header(file, "Content-Language")).isEqualTo(language);
            assertThat(header(file, "Vary")).contains("Accept-Language");
        }
    }

    @Test
    void geoJsonHasEachCityAsAFeature() throws IOException {
        HttpResponse<String> file = export("?format=geojson");
        JsonNode collection = JSON.readTree(file.body());

        assertThat(header(file, "Content-Type")).isEqualTo("application/geo+json");
        assertThat(collection.path("type").textValue()).isEqualTo("FeatureCollection");
        assertThat(collection.path("features")).hasSize(CITIES.length);
        JsonNode second = collection.at("/features/1");
        assertThat(second.at("/geometry").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[-95.5,33.66094]}");
        assertThat(second.path("id").longValue()).isEqualTo(2);
        assertThat(collection.at("/features/3/geometry").isNull()).isTrue();
        JsonNode city = JSON.readTree(app.get("/api/v2/cities/2").body());
        ((com.fasterxml.jackson.databind.node.ObjectNode) city).remove(List.of("id", "latitude", "longitude"));
        assertThat(second.path("properties")).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            csv     | id,name,countryCode,population,latitude,longitude,adminCode,timezone,geonameId,otherNames,createdAt,updatedAt,version
            ndjson  |
            geojson | {"type":"FeatureCollection","features":[]}
            json    | []
            """)
    void whereNothingIsFoundTheFileIsWellFormed(String format, String text) {
        HttpResponse<String> file = export("?country=IS&format=" + format);

        assertThat(file.body().strip()).isEqualTo(text == null ? "" : text);
        assertThat(header(file, "Content-Disposition")).endsWith("filename=\"cities." + format + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=name",
                "sort=-population",
                "q=par",
                "q=par&sort=-id",
                "near=48,2",
                "near=48,2&radiusKm=500",
                "q=paris&near=33,-95",
                "bbox=-100,30,10,60&sort=id",
                "country=FR,US&minPopulation=4&sort=id",
                "country=FR&country=BR&maxPopulation=3000000&sort=country"
            })
    void aFileHasWhatTheListHasInItsOrder(String query) throws IOException {
        JsonNode items = JSON.readTree(app.get("/api/v2/cities?fields=" + String.join(",", fields()) + "&" + query)
                        .body())
                .path("items");

        assertThat(items).isNotEmpty();
        assertThat(JSON.readTree(export("?format=json&" + query).body())).isEqualTo(items);
        assertThat(ids(export("?format=csv&" + query).body()))
                .isEqualTo(Stream.of(items.findValuesAsText("id").toArray(String[]::new))
                        .toList());
    }

    private List<String> fields() throws IOException {
        List<String> fields = new ArrayList<>();
        JSON.readTree(app.get("/api/v2/cities/1").body()).fieldNames().forEachRemaining(fields::add);
        fields.addAll(List.of("distanceKm", "match"));
        return fields;
    }

    @Test
    void typingErrorsAreNotForgiven() {
        assertThat(ids(export("?q=vileparisis").body())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                                 | text/csv
            text/html, application/xml;q=0.9, */*;q=0.8         | text/csv
            text/*                                              | text/csv
            application/x-ndjson                                | application/x-ndjson
            application/json;q=0.4, application/geo+json;q=0.5  | application/geo+json
            text/csv;q=0, application/json;q=0.1                | application/json
            """)
    void acceptChoosesTheFormat(String accept, String type) {
        assertThat(header(export("", "Accept: " + accept), "Content-Type")).startsWith(type);
    }

    @Test
    void formatGoesBeforeAccept() {
        assertThat(header(export("?format=csv", "Accept: application/json"), "Content-Type"))
                .startsWith("text/csv");
        assertThat(header(export("?format=json", "Accept: image/png"), "Content-Type"))
                .isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/problem+json", "text/csv;q=0"})
    void aFormatThatIsNotThereIsNotAcceptable(String accept) {
        HttpResponse<String> refused = app.get(PATH, "Accept: " + accept);

        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format=xml            | format    | "xml" is none of csv, ndjson, geojson, json        | « xml » ne figure pas parmi csv, ndjson, geojson, json
            limit=5               | limit     | is not known here                                  |
            cursor=x              | cursor    | is not known here                                  |
            fields=id             | fields    | is not known here                                  |
            count=exact           | count     | is not known here                                  |
            sort=size             | sort      | "size" is none of                                  |
            country=QQ            | country   | no country is called "QQ"                          |
            q=%20                 | q         |                                                    |
            minPopulation=x       | minPopulation |                                                |
            bbox=1                | bbox      |                                                    |
            radiusKm=5            | radiusKm  |                                                    |
            format=csv&format=csv | format    |                                                    |
            """)
    void whatIsWrongIsNamed(String query, String field, String english, String french) {
        HttpResponse<String> refused = app.get(PATH + "?" + query, "Accept: text/csv, application/problem+json");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(refused.body()).at("/errors/0/field").textValue()).isEqualTo(field);
        if (english != null) {
            assertThat(json(refused.body()).at("/errors/0/message").textValue()).startsWith(english);
        }
        if (french != null) {
            assertThat(json(app.get(PATH + "?" + query, "Accept-Language: fr").body())
                            .at("/errors/0/message")
                            .textValue()
                            .replaceAll("[\\u00A0\\u202F]", " "))
                    .isEqualTo(french);
        }
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(json(app.get(PATH + "?limit=1&format=x&sort=y").body()).path("errors"))
                .hasSize(3);
    }

    @Test
    void headTellsOfTheFileWithoutSendingIt() {
        HttpResponse<String> told = app.send("HEAD", PATH + "?format=geojson", null);

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).isEmpty();
        assertThat(header(told, "Content-Type")).isEqualTo("application/geo+json");
        assertThat(header(told, "Content-Disposition")).contains("cities.geojson");
        assertThat(header(told, "Change-Sequence")).isEqualTo(Integer.toString(CITIES.length));
        assertThat(export("").body()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "geojson", "json"})
    void aFileIsCompressedForWhoeverTakesThat(String format) throws Exception {
        String plain = export("?format=" + format).body();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + app.port() + PATH + "?format=" + format))
                .header("Accept-Encoding", "gzip")
                .build();

        HttpResponse<byte[]> zipped = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(zipped, "Vary")).contains("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.getBytes(UTF_8));
    }

    @Test
    void aRegisterThatWasFilledByHandIsNobodysWork() {
        assertThat(header(export(""), "Link")).isEmpty();
        assertThat(export("?format=geojson").body()).doesNotContain("attribution");
    }

    @Test
    void theFileTellsWhereTheLogStands() {
        assertThat(header(export("?country=IS"), "Change-Sequence")).isEqualTo(Integer.toString(CITIES.length));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
