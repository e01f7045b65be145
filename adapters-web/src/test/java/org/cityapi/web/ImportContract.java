package org.cityapi.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/v2/imports}: files that are taken in (section 6 of the contract). */
public abstract class ImportContract extends SharedHttpContract {

    private static final String PATH = "/api/v2/imports";
    private static final String CSV = "Content-Type: text/csv";
    private static final String NDJSON = "Content-Type: application/x-ndjson";
    private static final String FRENCH = "Accept-Language: fr";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> post(String query, String file, String... headers) {
        return app.send("POST", PATH + query, file, headers);
    }

    /** Imports a file, and tells what became of it. */
    private JsonNode imported(String query, String file, String... headers) {
        HttpResponse<String> taken = post(query, file, headers.length == 0 ? new String[] {EDITOR, CSV} : headers);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        return ended(header(taken, "Location"));
    }

    private JsonNode ended(String address, String... headers) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(EDITOR);
        while (System.nanoTime() < end) {
            JsonNode job = json(app.get(address, all.toArray(String[]::new)));
            if (!List.of("queued", "running").contains(job.get("state").asText())) {
                return job;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("The import " + address + " does not end");
    }

    private static String address(JsonNode job) {
        return PATH + "/" + job.get("id").asText();
    }

    private static List<Integer> counts(JsonNode job) {
        return List.of("rowsRead", "inserted", "updated", "unchanged", "rejected").stream()
                .map(name -> job.get(name).asInt())
                .toList();
    }

    /** Each as line, column, value and message. */
    private static List<String> errors(JsonNode job) {
        List<String> errors = new ArrayList<>();
        job.get("errors")
                .forEach(error -> errors.add(error.get("line").asText() + " "
                        + error.get("column").asText() + " "
                        + error.get("value").asText() + ": "
                        + error.get("message").asText()));
        return errors;
    }

    /** The cities of which the names begin with a text, by id. */
    private List<JsonNode> found(String text) {
        List<JsonNode> found = new ArrayList<>();
        json(app.get("/api/v2/cities?sort=id&limit=200&q=" + text)).get("items").forEach(city -> {
            if (!city.path("match").path("kind").asText().equals("fuzzy")) {
                found.add(city);
            }
        });
        return found;
    }

    private List<String> history(JsonNode city) {
        List<String> told = new ArrayList<>();
        json(app.get("/api/v2/cities/" + city.get("id") + "/history", EDITOR))
                .get("items")
                .forEach(entry -> told.add(entry.get("action").asText() + " " + entry.get("version") + " "
                        + entry.get("via").asText() + " "
                        + entry.get("by").get("name").asText()));
        return told;
    }

    @Test
    void aFileIsTakenAndItsCitiesAreThere() {
        HttpResponse<String> taken = post(
                "", "name,countryCode,population,geonameId\r\nAaland,FR,10,1001\r\nAastad,DE,20,\r\n", EDITOR, CSV);
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(header(taken, "Location")).matches("/api/v2/imports/[1-9][0-9]*");
        assertThat(header(taken, "Content-Language")).isEqualTo("en");
        JsonNode before = json(taken);
        assertThat(before.get("mode").asText()).isEqualTo("insert");
        assertThat(before.get("format").asText()).isEqualTo("csv");
        assertThat(before.get("dryRun").asBoolean()).isFalse();
        assertThat(before.get("by").get("name").asText()).isNotEmpty();

        JsonNode job = ended(header(taken, "Location"));
        assertThat(job.get("state").asText()).isEqualTo("succeeded");
        assertThat(counts(job)).containsExactly(2, 2, 0, 0, 0);
        assertThat(job.get("bytesRead")).isEqualTo(job.get("bytesTotal"));
        assertThat(job.get("errors")).isEmpty();
        assertThat(job.get("startedAt").asText()).endsWith("Z");
        assertThat(job.get("finishedAt").asText()).endsWith("Z");
        assertThat(job.has("left")).isFalse();
        List<JsonNode> cities = found("aa");
        assertThat(cities).extracting(city -> city.get("name").asText()).containsExactly("Aaland", "Aastad");
        assertThat(history(cities.get(0)))
                .containsExactly(
                        "create 1 import " + before.get("by").get("name").asText());
    }

    @Test
    void everyFaultOfARowIsToldInBothLanguagesAndNothingIsStored() {
        JsonNode job = imported(
                "", "name;country_code;population;latitude\n\"Bad\";XX;1,234,567;95\nBadly;FR;-5;\nBadness;FR;1;\n");
        assertThat(job.get("state").asText()).isEqualTo("failed");
        assertThat(counts(job)).containsExactly(3, 0, 0, 0, 2);
        assertThat(errors(job))
                .containsExactlyInAnyOrder(
                        "2 country_code XX: no country is called \"XX\"",
                        "2 population 1,234,567: must be of type integer",
                        "2 latitude 95: must lie between -90 and 90",
                        "2 longitude null: is required together with latitude",
                        "3 population -5: must lie between 0 and 100000000");
        assertThat(errors(ended(address(job), FRENCH))).contains("2 population 1,234,567: doit être un nombre entier");
        assertThat(found("bad")).isEmpty();

        HttpResponse<String> file = app.get(address(job) + "/errors", EDITOR, FRENCH);
        assertThat(header(file, "Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(header(file, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"import-" + job.get("id") + "-errors.csv\"");
        assertThat(header(file, "Content-Language")).isEqualTo("fr");
        assertThat(file.body())
                .startsWith("name,country_code,population,latitude,line,reason\r\nBad,XX,\"1,234,567\",95,2,")
                .contains("population: doit être un nombre entier")
                .contains("\r\nBadly,FR,-5,,3,population: doit être compris entre 0 et 100000000\r\n");
    }

    @Test
    void refusedRowsCanBeMendedAndImportedAgain() {
        JsonNode job = imported("?onError=skip", "name,country,population\n=Ccc,FR,many\nCcd,FR,2\n");
        assertThat(job.get("state").asText()).isEqualTo("succeeded");
        assertThat(counts(job)).containsExactly(2, 1, 0, 0, 1);
        assertThat(found("ccd")).hasSize(1);
        String refused = app.get(address(job) + "/errors", EDITOR).body();
        assertThat(refused).contains("\r\n'=Ccc,FR,many,2,");
        JsonNode again = imported("", refused.replace("many", "7"));
        assertThat(counts(again)).containsExactly(1, 1, 0, 0, 0);
        assertThat(found("ccc").get(0).get("name").asText()).isEqualTo("=Ccc");
        assertThat(app.get(address(again) + "/errors", EDITOR).body())
                .isEqualTo("name,country,population,line,reason\r\n");
    }

    @Test
    void numbersOfRefusedRowsComeBackAsTheyWere() {
        JsonNode job = imported("", "name,country,population,latitude,longitude\nUvoa,FR,many,-5e-05,-2\n");
        String refused = app.get(address(job) + "/errors", EDITOR).body();
        assertThat(refused).contains("\r\nUvoa,FR,many,-5e-05,-2,2,");
        assertThat(counts(imported("", refused.replace("many", "7")))).containsExactly(1, 1, 0, 0, 0);
    }

    @Test
    void onlyWhereANumberIsMeantARefusedCellMayBeginLikeAFormula() {
        JsonNode job = imported(
                "",
                "name,country,population,latitude,longitude,adminCode,timezone\n"
                        + "-5,FR,many,-5e-05,-2,+4,-1.5\n'-7,FR,=1+1,,,,\n");
        String refused = app.get(address(job) + "/errors", EDITOR).body();
        assertThat(refused).contains("\r\n'-5,FR,many,-5e-05,-2,'+4,'-1.5,2,", "\r\n'-7,FR,'=1+1,,,,,3,");
        JsonNode broken = imported("", "name,country,population,otherNames\nA,FR,x,\"\r=1+1\"\nB,FR,x,\"\n=1+1\"\n");
        assertThat(app.get(address(broken) + "/errors", EDITOR).body()).contains("A,FR,x,\"'\n=", "B,FR,x,\"'\n=");
        JsonNode again =
                imported("", refused.replace("many", "7").replace("'-1.5", "").replace("'=1+1", "8"));
        assertThat(counts(again)).containsExactly(2, 2, 0, 0, 0);
        assertThat(app.get("/api/v2/cities?sort=-id&limit=2&fields=name,adminCode")
                        .body())
                .contains("{\"name\":\"-5\",\"adminCode\":\"+4\"}", "{\"name\":\"-7\",\"adminCode\":null}");
    }

    @Test
    void refusedRowsOfJsonLeaveAloneWhatTheyLeftOutWhenTheyComeBack() {
        String whole = "\"population\":100,\"latitude\":48.5,\"longitude\":2.5,\"adminCode\":\"11\","
                + "\"timezone\":\"Europe/Paris\",\"otherNames\":[\"Uvkept\"]}\n";
        imported(
                "",
                "{\"name\":\"Uvka\",\"countryCode\":\"FR\",\"geonameId\":9001," + whole
                        + "{\"name\":\"Uvkb\",\"countryCode\":\"FR\",\"geonameId\":9002," + whole,
                EDITOR,
                NDJSON);
        JsonNode job = imported(
                "?mode=upsert&onError=skip",
                "{\"geonameId\":9001,\"population\":-102}\n"
                        + "{\"geonameId\":9002,\"population\":-103,\"adminCode\":null,\"name\":\"Uvkc\"}\n",
                EDITOR,
                NDJSON);
        assertThat(counts(job)).containsExactly(2, 0, 0, 0, 2);
        assertThat(json(app.get(address(job) + "/rows", EDITOR))
                        .get("items")
                        .get(0)
                        .get("cells")
                        .fieldNames())
                .toIterable()
                .containsExactly("population", "geonameId");
        String refused = app.get(address(job) + "/errors", EDITOR).body();
        assertThat(refused)
                .startsWith("id,name,countryCode,population,latitude,longitude,adminCode,timezone,geonameId,otherNames,"
                        + "country,leftOut,line,reason\r\n"
                        + ",,,-102,,,,,9001,,,"
                        + "id|name|countryCode|latitude|longitude|adminCode|timezone|otherNames|country,1,");
        JsonNode again = imported("?mode=upsert", refused.replace("-10", "10"));
        assertThat(counts(again)).containsExactly(2, 0, 2, 0, 0);
        JsonNode first = found("uvka").get(0);
        assertThat(first.get("population").asInt()).isEqualTo(102);
        assertThat(first.get("latitude").decimalValue()).isEqualByComparingTo("48.5");
        assertThat(first.get("adminCode").asText()).isEqualTo("11");
        JsonNode second = found("uvkc").get(0);
        assertThat(second.get("adminCode").isNull()).isTrue();
        assertThat(second.get("timezone").asText()).isEqualTo("Europe/Paris");
        assertThat(found("uvkept")).hasSize(2);
    }

    /** What of refused rows stands in no column, as their file has it, line by line. */
    private static List<String> unread(String refused) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(refused)) {
            return rows.stream().map(row -> row.getField("unread")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refused rows with other texts in some cells, each as column and text. */
    private static String mended(String refused, String mends) {
        Map<String, String> texts = Arrays.stream(mends.split("~"))
                .map(mend -> mend.split("=", 2))
                .collect(Collectors.toMap(mend -> mend[0], mend -> mend[1]));
        StringWriter mended = new StringWriter();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(refused);
                CsvWriter out = CsvWriter.builder().build(mended)) {
            List<NamedCsvRecord> all = rows.stream().toList();
            out.writeRecord(all.get(0).getHeader());
            all.forEach(row -> out.writeRecord(row.getHeader().stream()
                    .map(column -> texts.getOrDefault(column, row.getField(column)))
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mended.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "Uxa,FR,1,234,567;234,567;population=7~unread=",
                "Uxa,FR,1,=2;=2;unread=",
                "Uxa,FR,1,~ ~;\" \";unread=",
                "Uxa,FR,1,,~\"a \"\"b\"\", c\"~;,\"a \"\"b\"\", c\";unread=",
                "~ \"Uxa\",FR,1~;\" \"\"Uxa\"\"\";name=Uxa~unread=",
                "~ \"Uxa\",FR,1,z~;\" \"\"Uxa\"\"\",z;name=Uxa~unread=",
                "Uxa,FR;Uxa,FR;population=7~unread="
            })
    void cellsThatHaveNoColumnComeBackAsRefused(String row, String unread, String mends) {
        comesBackRefused("text/csv", "name,country,population\n" + row.replace("~", "") + "\n", unread, mends);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "'name':'A','name':'Uxa';{'name':'A'};unread=",
                "'country_code':'DE','name':'Uxa';{'countryCode':'FR'};countryCode=FR~unread=",
                "'name':'Uxa', 'foo': [1, {'a':'b}'}] ;{'foo': [1, {'a':'b}'}]};unread=",
                "'name':'Uxa','otherNames':{'a':'b'},'latitude':[1];{'otherNames':{'a':'b'},'latitude':[1]};unread=",
                "'name':'Uxa','otherNames':['a','',5];{'otherNames':['a','',5]};unread=",
                "'name':'Uxa','adminCode':'';{'adminCode':''};unread=",
                "'name':'Uxa\\ud800';{'name':'Uxa\\ud800'};name=Uxa~unread=",
                "'name':'Uxa','geonameId':'12';{'geonameId':'12'};geonameId=12~unread=",
                "'name':true;{'name':true};name=Uxa~unread=",
                "'name':true,'geonameId':850.000;{'name':true,'geonameId':850.000};name=Uxa~geonameId=~unread=",
                "'name':'Uxa','id':14.007;{'id':14.007};id=~unread=",
                "'name':'Uxa','':1;{'':1};unread="
            })
    void membersThatHaveNoCellComeBackAsRefused(String members, String unread, String mends) {
        String city = ("{'population':7," + members + ",'countryCode':'FR'}").replace('\'', '"');
        String told = unread.replace('\'', '"');
        comesBackRefused("application/x-ndjson", city, told, mends);
        comesBackRefused(
                "application/geo+json",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,\"properties\":"
                        + city + "}]}",
                told,
                mends + "~latitude=~longitude=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"Uxa\",", "[1]", "Uxa", "{\"name\":\"Uxa\"} x", "=1"})
    void aLineThatIsNoObjectComesBackAsRefused(String line) {
        comesBackRefused("application/x-ndjson", line, line, "name=Uxa~countryCode=FR~population=7~unread=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "'type':'Feature','geometry':{'type':'LineString','coordinates':[[1,2],[3,4]]};"
                        + "{'geometry':{'type':'LineString','coordinates':[[1,2],[3,4]]}}",
                "'type':'Feature','geometry':null,'geometry': null;{'geometry':null,'geometry': null}",
                "'type':'Feature','geometry':null,'id':[7];{'id':[7]}",
                "'type':'Feature','geometry':null,'id':8,'id':7;{'id':8,'id':7}",
                "'type':'Feature','geometry':{'type':'Point','coordinates':[1,2],'crs':'EPSG:3857'};"
                        + "{'geometry':{'type':'Point','coordinates':[1,2],'crs':'EPSG:3857'}}",
                "'type':'Feature','properties':{'name':'Uxa','country':'FR','population':7, 'latitude':8, 'longitude':null},"
                        + "'geometry':{'type':'Point','coordinates':[1,2]};{'latitude':8}",
                "'type':'Feature','id':null;*",
                "'geometry':null;*"
            })
    void whatAFeatureTellsWithoutACellComesBackAsRefused(String members, String unread) {
        String properties =
                members.contains("properties") ? "" : ",'properties':{'name':'Uxa','countryCode':'FR','population':7}";
        String feature = ("{" + members + properties + "}").replace('\'', '"');
        comesBackRefused(
                "application/geo+json",
                "{\"type\":\"FeatureCollection\",\"features\":[\n" + feature + "\n]}",
                unread.equals("*") ? feature : unread.replace('\'', '"'),
                "name=Uxa~countryCode=FR~population=7~id=~unread=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0},{1}", "{1},{0}"})
    void aFileOfOtherNumbersThanDegreesIsRefusedWhateverIsToBeSkipped(String members) {
        String features = "\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},"
                + "\"properties\":{\"name\":\"Uxc\",\"country\":\"FR\",\"population\":7}}]";
        String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}}";
        String file =
                "{\"type\":\"FeatureCollection\"," + members.replace("{0}", crs).replace("{1}", features) + "}";
        JsonNode job = imported("?onError=skip", file, EDITOR, "Content-Type: application/geo+json");
        assertThat(job.get("state").asText()).isEqualTo("failed");
        assertThat(errors(job))
                .containsExactly("1 null null: The coordinate reference system is \"EPSG:3857\"; only WGS 84 is read"
                        + " here: convert the file to longitude and latitude in degrees");
        assertThat(errors(ended(address(job), FRENCH)))
                .singleElement()
                .asString()
                .contains("Le système de coordonnées est «\u00a0EPSG:3857\u00a0»");
        assertThat(found("uxc")).isEmpty();
    }

    /** Sent back as it is, it is refused again, and tells the same; mended it is taken. */
    private void comesBackRefused(String type, String file, String unread, String mends) {
        JsonNode job = imported("?onError=skip", file, EDITOR, "Content-Type: " + type);
        assertThat(counts(job)).containsExactly(1, 0, 0, 0, 1);
        assertThat(rows(job, "").at("/items/0/cells/unread").asText()).isEqualTo(unread);
        String refused = app.get(address(job) + "/errors", EDITOR).body();
        assertThat(unread(refused.replace(",'=", ",="))).containsExactly(unread);
        JsonNode again = imported("?onError=skip", refused);
        assertThat(counts(again)).containsExactly(1, 0, 0, 0, 1);
        assertThat(errors(again))
                .anySatisfy(error -> assertThat(error)
                        .startsWith("2 unread ")
                        .endsWith(
                                ": has what stands in no other column: put it into those where it belongs, then empty this"
                                        + " cell"));
        String further = app.get(address(again) + "/errors", EDITOR).body();
        assertThat(unread(further.replace(",'=", ",="))).containsExactly(unread);
        assertThat(found("uxa")).isEmpty();
        JsonNode good = imported("?mode=upsert", mended(further, mends));
        assertThat(counts(good)).containsExactly(1, 1, 0, 0, 0);
        assertThat(found("uxa")).hasSize(1);
        app.send("POST", address(good) + "/undo", null, EDITOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",unread", ",Unread"})
    void aRowOfWhichNotAllIsKeptComesBackAsRefused(String besides) {
        JsonNode job = imported(
                "",
                "name,country,population,otherNames" + besides + "\nUxb,FR,7,"
                        + IntStream.range(0, 300)
                                .mapToObj(i -> "x".repeat(190) + i)
                                .collect(Collectors.joining("|"))
                        + besides.replaceAll("[^,]", "") + "\n");
        String refused = app.get(address(job) + "/errors", EDITOR).body();
        assertThat(refused).contains(",\u2026,2,");
        JsonNode again = imported("", refused);
        assertThat(counts(again)).containsExactly(1, 0, 0, 0, 1);
        assertThat(errors(again)).singleElement().asString().containsIgnoringCase("2 unread \u2026: ");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-ndjson, {0}",
        "application/geo+json, '{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,\"properties\":{0}}]}'"
    })
    void aRowThatIsRefusedForItsCountryIsRefusedAgainWhenItComesBackAsItIs(String type, String file) {
        String city = "{\"name\":\"Uvoslo\",\"countryCode\":\"FR\",\"country\":\"Norway\",\"population\":7}";
        JsonNode job = imported("", file.replace("{0}", city), EDITOR, "Content-Type: " + type);
        assertThat(counts(job)).containsExactly(1, 0, 0, 0, 1);
        String refused = app.get(address(job) + "/errors", EDITOR).body();
        JsonNode again = imported("", refused);
        assertThat(counts(again)).containsExactly(1, 0, 0, 0, 1);
        assertThat(again.get("errors").get(0).get("column").asText()).isEqualTo("country");
        assertThat(counts(imported("", refused.replace(",FR,", ",NO,")))).containsExactly(1, 1, 0, 0, 0);
    }

    @Test
    void aDryRunTellsWhatWouldBeDoneAndStoresNothing() {
        imported("", "name,country,population,geonameId\nDddd,FR,1,2001\nDdde,FR,2,2002\n");
        String file =
                "name,country,population,geonameId\nDddd,FR,1,2001\nDdde,FR,3,2002\nDddf,FR,4,2003\nDddg,FR,5,2003\n";
        String since = Integer.toString(
                json(app.get("/api/v2/changes?limit=200", EDITOR)).get("items").size());
        JsonNode job = imported("?mode=upsert&dryRun=true&onError=skip", file);
        assertThat(job.get("state").asText()).isEqualTo("succeeded");
        assertThat(counts(job)).containsExactly(4, 1, 1, 1, 1);
        assertThat(errors(job)).containsExactly("5 geonameId 2003: stands in a row before, too");
        assertThat(found("ddd")).hasSize(2);
        assertThat(Integer.toString(json(app.get("/api/v2/changes?limit=200", EDITOR))
                        .get("items")
                        .size()))
                .isEqualTo(since);
        JsonNode strict = imported("?mode=upsert&dryRun=true", file);
        assertThat(strict.get("state").asText()).isEqualTo("failed");
        assertThat(counts(strict)).containsExactly(4, 1, 1, 1, 1);
        assertThat(app.send("POST", address(job) + "/undo", null, EDITOR).statusCode())
                .isEqualTo(409);
    }

    private JsonNode rows(JsonNode job, String query, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(EDITOR);
        HttpResponse<String> answer = app.get(address(job) + "/rows" + query, all.toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> outcomes(JsonNode page) {
        List<String> outcomes = new ArrayList<>();
        page.get("items")
                .forEach(row ->
                        outcomes.add(row.get("line") + " " + row.get("outcome").asText()));
        return outcomes;
    }

    @Test
    void aDryRunTellsOfEachRow() {
        imported("", "name,country,population,geonameId\nDwwa,FR,1,2101\nDwwb,FR,2,2102\n");
        String id = found("dwwb").get(0).get("id").toString();
        JsonNode job = imported(
                "?mode=upsert&dryRun=true&onError=skip",
                "name,country,population,geonameId\nDwwa,FR,1,2101\nDwwb,DE,5,2102\nDwwc,CH,7,\nDwwd,FR,-5,2104\n");
        JsonNode all = rows(job, "");
        assertThat(outcomes(all)).containsExactly("2 unchanged", "3 updated", "4 inserted", "5 rejected");
        assertThat(all.get("nextCursor").isNull()).isTrue();
        JsonNode unchanged = all.get("items").get(0);
        assertThat(unchanged.get("name").asText()).isEqualTo("Dwwa");
        assertThat(unchanged.get("changes")).isEmpty();
        JsonNode updated = all.get("items").get(1);
        assertThat(updated.get("row").asInt()).isEqualTo(2);
        assertThat(updated.get("cityId").toString()).isEqualTo(id);
        assertThat(updated.get("changes").toString())
                .isEqualTo("{\"countryCode\":{\"from\":\"FR\",\"to\":\"DE\"},\"population\":{\"from\":2,\"to\":5}}");
        assertThat(updated.get("cells").isNull()).isTrue();
        assertThat(updated.get("errors")).isEmpty();
        JsonNode inserted = all.get("items").get(2);
        assertThat(inserted.get("cityId").isNull()).isTrue();
        assertThat(inserted.get("changes").toString())
                .isEqualTo("{\"name\":{\"from\":null,\"to\":\"Dwwc\"},\"countryCode\":{\"from\":null,\"to\":\"CH\"},"
                        + "\"population\":{\"from\":null,\"to\":7}}");
        JsonNode rejected = rows(job, "?outcome=rejected", FRENCH).get("items").get(0);
        assertThat(rejected.get("name").isNull()).isTrue();
        assertThat(rejected.get("changes")).isEmpty();
        assertThat(rejected.get("cells").toString())
                .isEqualTo("{\"name\":\"Dwwd\",\"country\":\"FR\",\"population\":\"-5\",\"geonameId\":\"2104\"}");
        assertThat(rejected.get("errors").get(0).get("column").asText()).isEqualTo("population");
        assertThat(rejected.get("errors").get(0).get("message").asText())
                .isEqualTo("doit être compris entre 0 et 100000000");
    }

    @Test
    void rowsComeByThePage() {
        JsonNode job = imported(
                "?dryRun=true&onError=skip",
                "name,country,population\nDxxa,FR,1\nDxxb,FR,-1\nDxxc,FR,1\nDxxd,FR,-1\nDxxe,FR,-1\n");
        JsonNode first = rows(job, "?outcome=rejected&limit=2");
        assertThat(outcomes(first)).containsExactly("3 rejected", "5 rejected");
        String cursor = first.get("nextCursor").asText();
        assertLinks(address(job) + "/rows?outcome=rejected&limit=2", cursor);
        JsonNode second = rows(job, "?outcome=rejected&limit=2&cursor=" + cursor);
        assertThat(outcomes(second)).containsExactly("6 rejected");
        assertThat(second.get("nextCursor").isNull()).isTrue();
        String address = address(job) + "/rows";
        for (String query : List.of("?outcome=bad", "?limit=0", "?cursor=x", "?x=1", "?limit=2&cursor=" + cursor)) {
            assertThat(app.get(address + query, EDITOR).statusCode()).as(query).isEqualTo(400);
            assertThat(app.get(address + query, VIEWER).statusCode()).as(query).isEqualTo(403);
        }
        assertThat(app.get(PATH + "/999999/rows", EDITOR).statusCode()).isEqualTo(404);
    }

    @Test
    void ofAnImportThatIsNoDryRunTheRefusedRowsAreKept() {
        JsonNode job = imported("?onError=skip", "name,country,population\nDyya,FR,1\nDyyb,FR,-1\n");
        assertThat(outcomes(rows(job, ""))).containsExactly("3 rejected");
        assertThat(rows(job, "?outcome=inserted").get("items")).isEmpty();
    }

    @Test
    void aQuoteThatIsOpenAtTheEndFailsTheFileThoughRowsMayBeRefused() {
        JsonNode job = imported("?onError=skip", "name,country,population\nDyyc,FR,1\n\"Dyyd,FR,1\nDyye,FR,1\n");
        assertThat(job.get("state").asText()).isEqualTo("failed");
        assertThat(counts(job)).containsExactly(0, 0, 0, 0, 0);
        assertThat(errors(job)).containsExactly("3 null null: A quoted text that begins here does not end");
    }

    @Test
    void aDryRunTellsOfTheRowsBeforeAFileBreaksOff() {
        String feature = "{\"type\":\"Feature\",\"geometry\":null,"
                + "\"properties\":{\"name\":\"Dzza\",\"countryCode\":\"FR\",\"population\":1}},";
        JsonNode job = imported(
                "?dryRun=true",
                "{\"type\":\"FeatureCollection\",\"features\":[" + feature.repeat(1_500),
                EDITOR,
                "Content-Type: application/geo+json");
        assertThat(job.get("state").asText()).isEqualTo("failed");
        assertThat(counts(job)).containsExactly(1_000, 1_000, 0, 0, 0);
        JsonNode rows = rows(job, "?limit=1");
        assertThat(outcomes(rows)).containsExactly("1 inserted");
    }

    @Test
    void anUpsertMeansTheCityOfTheNumberElseOfTheIdElseANewOne() {
        imported(
                "",
                "name,country,population,geonameId,timezone\nEeea,FR,1,3001,Europe/Paris\nEeeb,FR,2,,Europe/Paris\n");
        List<JsonNode> cities = found("eee");
        String second = cities.get(1).get("id").asText();
        JsonNode job = imported(
                "?mode=upsert",
                "id,name,country,population,geonameId\n" + second + ",Eeea,FR,10,3001\n" + second
                        + ",Eeeb,FR,20,3002\n999999,Eeec,FR,30,3003\n");
        assertThat(counts(job)).containsExactly(3, 1, 2, 0, 0);
        List<JsonNode> after = found("eee");
        assertThat(after)
                .extracting(city -> city.get("name").asText()
                        + city.get("population")
                        + city.get("geonameId")
                        + city.get("timezone").asText()
                        + city.get("version"))
                .containsExactly("Eeea103001Europe/Paris2", "Eeeb203002Europe/Paris2", "Eeec303003null1");
        assertThat(history(after.get(0)).get(0)).startsWith("update 2 import ");
    }

    @Test
    void whatAFileDoesNotTellStaysAndWhatItLeavesEmptyIsTakenAway() {
        imported("", "name,country,population,geonameId,timezone,otherNames\nFffa,FR,1,4001,Europe/Paris,Fffx\n");
        JsonNode kept = imported("?mode=upsert", "{\"geonameId\":4001,\"population\":2}\n", EDITOR, NDJSON);
        assertThat(counts(kept)).containsExactly(1, 0, 1, 0, 0);
        assertThat(found("fffx")).hasSize(1);
        assertThat(found("fffa").get(0).get("timezone").asText()).isEqualTo("Europe/Paris");
        imported("?mode=upsert", "name,country,population,geonameId,timezone,otherNames\nFffa,FR,2,4001,,\n");
        assertThat(found("fffx")).isEmpty();
        assertThat(found("fffa").get(0).get("timezone").isNull()).isTrue();
    }

    @Test
    void noNumberIsGivenTwice() {
        imported("", "name,country,population,geonameId\nGgga,FR,1,5001\n");
        JsonNode taken =
                imported("", "name,country,population,geonameId\nGggb,FR,1,5002\nGggc,FR,1,5001\nGggd,FR,1,5002\n");
        assertThat(errors(taken))
                .containsExactly(
                        "3 geonameId 5001: another city already has it",
                        "4 geonameId 5002: stands in a row before, too");
        JsonNode twice =
                imported("?mode=upsert", "name,country,population,geonameId\nGgga,FR,2,5001\nGgga,FR,3,5001\n");
        assertThat(errors(twice)).containsExactly("3 geonameId 5001: stands in a row before, too");
        assertThat(found("ggg")).hasSize(1);
    }

    @Test
    void tenThousandDuplicatesAreToldAndNothingIsStored() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> "Hhha " + i + ",FR,1,6001\n")
                .collect(Collectors.joining());
        JsonNode job = imported("", "name,country,population,geonameId\n" + rows);
        assertThat(counts(job)).containsExactly(10_000, 0, 0, 0, 9_999);
        assertThat(job.get("errors")).hasSize(100);
        assertThat(app.get(address(job) + "/errors", EDITOR).body().lines()).hasSize(10_000);
        assertThat(found("hhha")).isEmpty();
    }

    @Test
    void aLargeFileIsStoredWhole() {
        String rows = IntStream.range(0, 3_500)
                .mapToObj(i -> "Iiia " + i + ",FR," + i + ",\"Iiix " + i + "|Iiiy\"\n")
                .collect(Collectors.joining());
        JsonNode job = imported("", "name,country,population,otherNames\n" + rows);
        assertThat(counts(job)).containsExactly(3_500, 3_500, 0, 0, 0);
        assertThat(json(app.get("/api/v2/cities?q=iiia&count=exact&limit=1"))
                        .get("total")
                        .asInt())
                .isEqualTo(3_500);
        assertThat(found("iiix 3499".replace(" ", "%20"))).hasSize(1);
        JsonNode undone = json(app.send("POST", address(job) + "/undo", null, EDITOR));
        assertThat(undone.get("state").asText()).isEqualTo("undone");
        assertThat(found("iii")).isEmpty();
    }

    @Test
    void halfOfAPlaceIsRefused() {
        imported("", "name,country,population,latitude,longitude,geonameId\nUvma,FR,1,48.5,2.5,9201\n");
        JsonNode job = imported("?mode=upsert", "name,country,population,latitude,geonameId\nUvma,FR,1,10,9201\n");
        assertThat(errors(job)).containsExactly("2 longitude null: is required together with latitude");
        assertThat(errors(imported("?mode=upsert", "{\"geonameId\":9201,\"longitude\":3}\n", EDITOR, NDJSON)))
                .containsExactly("1 latitude null: is required together with longitude");
        assertThat(errors(imported("?mode=upsert", "{\"geonameId\":9201,\"longitude\":null}\n", EDITOR, NDJSON)))
                .containsExactly("1 longitude null: is required together with latitude");
        assertThat(found("uvma").get(0).get("latitude").decimalValue()).isEqualByComparingTo("48.5");
    }

    @Test
    void importsAreTakenBackOneAfterTheOtherTheLastOneFirst() {
        String header = "name,country,population,geonameId\n";
        JsonNode first = imported("", header + "Uvla,FR,1,9101\nUvlb,FR,2,9102\n");
        JsonNode second = imported("?mode=upsert", header + "Uvla,FR,3,9101\nUvlc,FR,4,9103\n");
        for (JsonNode job : List.of(second, first)) {
            JsonNode undone = json(app.send("POST", address(job) + "/undo", null, EDITOR));
            assertThat(undone.get("state").asText()).isEqualTo("undone");
            assertThat(undone.get("left")).isEmpty();
        }
        assertThat(found("uvl")).isEmpty();
    }

    @Test
    void whatSomebodyMadeAgainAsAnImportHadMadeItIsAnEdit() {
        String header = "name,country,population,geonameId\n";
        JsonNode first = imported("", header + "Uvna,FR,1,9301\nUvnb,FR,2,9302\nUvnc,FR,3,9303\n");
        imported("?mode=upsert", header + "Uvna,FR,5,9301\n");
        imported("?mode=upsert", header + "Uvna,FR,1,9301\n");
        String city = "/api/v2/cities/" + found("uvnb").get(0).get("id").asText();
        assertThat(app.send("DELETE", city, null, EDITOR, "If-Match: *").statusCode())
                .isEqualTo(204);
        assertThat(app.send("POST", city + "/restore", "{\"version\":1}", EDITOR, "Content-Type: application/json")
                        .statusCode())
                .isEqualTo(200);
        JsonNode last = imported("?mode=upsert", header + "Uvna,FR,9,9301\n");
        assertThat(json(app.send("POST", address(last) + "/undo", null, EDITOR))
                        .get("leftCount")
                        .asInt())
                .isZero();
        JsonNode undone = json(app.send("POST", address(first) + "/undo", null, EDITOR));
        assertThat(undone.get("leftCount").asInt()).isEqualTo(2);
        assertThat(found("uvn"))
                .extracting(each -> each.get("name").asText())
                .containsExactlyInAnyOrder("Uvna", "Uvnb");
    }

    @Test
    void anUndoTakesAllBackButWhatWasEditedSince() {
        imported("", "name,country,population,geonameId\nJjja,FR,1,7001\nJjjb,FR,2,7002\nJjjc,FR,3,7003\n");
        List<JsonNode> before = found("jjj");
        JsonNode job = imported(
                "?mode=upsert",
                "name,country,population,geonameId\nJjjax,FR,10,7001\nJjjbx,FR,20,7002\nJjjc,FR,3,7003\nJjjd,FR,40,7004\nJjje,FR,50,7005\n");
        assertThat(counts(job)).containsExactly(5, 2, 2, 1, 0);
        String edited = before.get(1).get("id").asText();
        String deleted = found("jjje").get(0).get("id").asText();
        app.send("PATCH", "/api/v2/cities/" + edited, "{\"population\":21}", EDITOR, Client.MERGE_PATCH, "If-Match: *");
        app.send("DELETE", "/api/v2/cities/" + deleted, null, EDITOR, "If-Match: *");

        HttpResponse<String> answer = app.send("POST", address(job) + "/undo", null, EDITOR);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode undone = json(answer);
        assertThat(undone.get("state").asText()).isEqualTo("undone");
        assertThat(undone.get("leftCount").asInt()).isEqualTo(2);
        assertThat(undone.get("left")).hasSize(2);
        assertThat(undone.get("left").toString())
                .contains("{\"id\":" + edited + ",\"name\":\"Jjjbx\"}", "{\"id\":" + deleted + ",\"name\":null}");
        List<JsonNode> after = found("jjj");
        assertThat(after)
                .extracting(city -> city.get("name").asText() + city.get("population"))
                .containsExactly("Jjja1", "Jjjbx21", "Jjjc3");
        assertThat(history(after.get(0)).get(0)).startsWith("restore 3 import ");
        assertThat(app.get("/api/v2/cities/" + deleted).statusCode()).isEqualTo(410);
        assertThat(json(app.get(address(job), EDITOR)).get("leftCount").asInt()).isEqualTo(2);

        HttpResponse<String> again = app.send("POST", address(job) + "/undo", null, EDITOR);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).get("detail").asText()).contains("was undone already");
    }

    @Test
    void featuresAreImported() {
        JsonNode job = imported(
                "",
                "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.25,48.5]},"
                        + "\"properties\":{\"name\":\"Kkka\",\"countryCode\":\"FR\",\"population\":7}},\n"
                        + "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]},"
                        + "\"properties\":{\"name\":\"Kkkb\",\"countryCode\":\"FR\",\"population\":7}}]}",
                EDITOR,
                "Content-Type: application/geo+json");
        assertThat(errors(job)).containsExactly("3 geometry null: must be a point");
        assertThat(found("kkk")).isEmpty();
    }

    /** A form with one file, and perhaps more behind it. */
    private static String form(String headers, String file, String behind) {
        return "--f\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n" + headers + "\r\n" + file
                + "\r\n" + behind + "--f--\r\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT/CSV|'name,country,population\nQqqa,FR,1\n'",
                "Text/Csv; Charset=UTF-8; Header=Present|'name,country,population\nQqqa,FR,1\n'",
                "text/csv;charset=\"utf-8\"|'name,country,population\nQqqa,FR,1\n'",
                "APPLICATION/X-NDJSON|{\"name\":\"Qqqa\",\"country\":\"FR\",\"population\":1}",
                "Application/Geo+JSON|{\"type\":\"FeatureCollection\",\"features\":[]}",
                "Multipart/Form-Data; Boundary=f|",
            })
    void theCaseOfAMediaTypeDoesNotMatter(String type, String file) {
        String sent = file == null ? form("Content-Type: TEXT/CSV\r\n", "name,country,population\n", "") : file;
        assertThat(imported("?dryRun=true", sent, EDITOR, "Content-Type: " + type)
                        .get("state")
                        .asText())
                .isEqualTo("succeeded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/events|application/json",
                "/events|text/event-stream;q=0, */*",
                "/errors|image/png",
                "/errors|application/json",
                "/errors|*/*;q=0",
            })
    void whatThereIsNotInTheTypeThatIsWantedIsNotSent(String path, String accept) {
        String address = address(imported("", "name,country,population\n"));
        HttpResponse<String> refused = app.get(address + path, EDITOR, "Accept: " + accept);
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(app.get(address + path, EDITOR, "Accept: text/*").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "; name=note, note",
        "; name=mode, mode",
        "'', file",
        "; name=file2; filename=b.csv, file2",
        "; name=file; filename=b.csv, file"
    })
    void whatAFormBringsBesidesItsFileIsNamedAndNothingIsDone(String described, String told) {
        String part = "--f\r\nContent-Disposition: form-data" + described + "\r\n\r\nupsert\r\n";
        String csv = "name,country,population\nRrra,FR,1\n";
        String before = newest();
        List<String> sent = new ArrayList<>(List.of(form("", csv, part)));
        if (!described.contains("filename")) {
            sent.add(part + form("", csv, ""));
        }
        for (String form : sent) {
            HttpResponse<String> refused = post("", form, EDITOR, "Content-Type: multipart/form-data; boundary=f");
            assertThat(refused.statusCode()).as(form).isEqualTo(400);
            assertThat(json(refused).get("detail").asText())
                    .isEqualTo(told + ": is one too many: a form brings one file, and nothing else");
        }
        assertThat(newest()).isEqualTo(before);
    }

    private String newest() {
        return json(app.get(PATH + "?limit=1", EDITOR))
                .get("items")
                .findPath("id")
                .toString();
    }

    /** Sends a body packed with gzip. */
    private HttpResponse<String> postPacked(String body, int bytes, String type) throws Exception {
        return postPacked(Arrays.copyOf(pack(body), Math.min(bytes, pack(body).length)), type);
    }

    private static byte[] pack(String body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(body.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    private HttpResponse<String> postPacked(byte[] packed, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + PATH))
                .header("Authorization", app.proof("editor"))
                .header("Content-Type", type)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void aFormMayBePackedAsAWhole() throws Exception {
        String type = "multipart/form-data; boundary=f";
        String form = form("", "name,country,population\nSssa,FR,1\n", "");
        HttpResponse<String> taken = postPacked(form, Integer.MAX_VALUE, type);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(counts(ended(header(taken, "Location")))).containsExactly(1, 1, 0, 0, 0);
        assertThat(found("sssa")).hasSize(1);
        for (int bytes : new int[] {5, 30, form.length() / 2}) {
            HttpResponse<String> refused = postPacked(form, bytes, type);
            assertThat(refused.statusCode()).as("" + bytes).isEqualTo(400);
            assertThat(json(refused).get("detail").asText()).isEqualTo("file: breaks off before its end");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void aFormThatIsPackedWronglyIsSaidToBeDamaged(int damaged) throws Exception {
        byte[] packed = pack(form("", "name,country,population\nSssb,FR,1\n", ""));
        // Neither such a way to pack is known, nor such a block.
        packed[damaged] |= 0x06;
        HttpResponse<String> refused = postPacked(packed, "multipart/form-data; boundary=f");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("detail").asText()).startsWith("file: is damaged");
    }

    @Test
    void aCodingThatIsNotTakenIsAnsweredWithThoseThatAre() {
        HttpResponse<String> refused = post("", "name,country,population\n", EDITOR, CSV, "Content-Encoding: br");
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(header(refused, "Accept-Encoding")).isEqualTo("gzip, identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv; header=absent", "text/csv;charset=utf-8;Header=\"Absent\""})
    void aFileThatSaysToHaveNoHeaderLineIsRefused(String type) {
        HttpResponse<String> refused = post("", "Tttt,FR,1\n", EDITOR, "Content-Type: " + type);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("detail").asText())
                .isEqualTo("Content-Type: must not say header=absent: the first line names the columns");
        HttpResponse<String> form = post(
                "",
                form("Content-Type: " + type + "\r\n", "Tttt,FR,1\n", ""),
                EDITOR,
                "Content-Type: multipart/form-data; boundary=f");
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(json(form).get("detail").asText()).startsWith("file: must not say header=absent");
    }

    @Test
    void aPartInAnotherCharsetIsRefusedLikeABodyInOne() {
        HttpResponse<String> refused = post(
                "",
                form("Content-Type: text/csv; Charset=iso-8859-1\r\n", "name,country,population\n", ""),
                EDITOR,
                "Content-Type: multipart/form-data; boundary=f");
        assertThat(refused.statusCode()).isEqualTo(415);
    }

    @Test
    void aFormBringsAFile() {
        String form =
                "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Stadt;\\\"x\\\".tsv\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\nname\tcountry\tpopulation\nLlla\tFR\t7\n\r\n--frontier--\r\n";
        JsonNode job = imported("", form, EDITOR, "Content-Type: multipart/form-data; boundary=frontier");
        assertThat(counts(job)).containsExactly(1, 1, 0, 0, 0);
        assertThat(found("llla")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--frontier--\\r\\n|file: is required",
                "nonsense|file: is required",
                "--frontier\\r\\nContent-Disposition: form-data; name=\"file\"\\r\\n\\r\\nb\\r\\n--frontier--\\r\\n|file: has no file name",
                "--frontier\\r\\nContent-Disposition: form-data; name=\"a\"\\r\\n\\r\\nb\\r\\n--frontier--\\r\\n|a: is one too many",
                "--frontier\\r\\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\\r\\n\\r\\nname,|file: breaks off"
            })
    void aFormWithoutAWholeFileIsRefused(String form, String told) {
        HttpResponse<String> refused = post(
                "", form.replace("\\r\\n", "\r\n"), EDITOR, "Content-Type: multipart/form-data; boundary=frontier");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("detail").asText()).startsWith(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json",
                "Content-Type: text/csv; charset=iso-8859-1",
                "Content-Type: text/plain",
                "Content-Type: application/gzip"
            })
    void whatIsNoFileOfCitiesIsRefused(String type) {
        HttpResponse<String> refused = post("?mode=nonsense", "x", EDITOR, type);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(json(refused).get("detail").asText()).contains("application/geo+json");
    }

    @Test
    void aFileInAFormThatTellsNoFormatIsRefused() {
        for (String name : new String[] {"a.xlsx", "a.json"}) {
            String form = "--f\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                    + "\"\r\n\r\nx\r\n--f--\r\n";
            assertThat(post("", form, EDITOR, "Content-Type: multipart/form-data; boundary=f")
                            .statusCode())
                    .as(name)
                    .isEqualTo(415);
        }
    }

    @Test
    void everyWrongParameterIsNamed() {
        HttpResponse<String> refused = post("?mode=replace&dryRun=1&onError=stop&format=csv", "x", EDITOR, CSV);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"mode\"", "\"dryRun\"", "\"onError\"", "\"format\"");
    }

    @Test
    void aRequestThatIsSentTwiceIsDoneOnce() {
        String file = "name,country,population\nNnna,FR,1\n";
        HttpResponse<String> first = post("", file, EDITOR, CSV, "Idempotency-Key: \"nnn\"");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(header(first, "Idempotency-Replayed")).isEmpty();
        HttpResponse<String> again = post("", file, EDITOR, CSV, "Idempotency-Key: \"nnn\"");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(again, "Location")).isEqualTo(header(first, "Location"));
        ended(header(first, "Location"));
        assertThat(post("", file, EDITOR, CSV, "Idempotency-Key: \"nnn\"").body())
                .isEqualTo(first.body());
        assertThat(found("nnna")).hasSize(1);
        assertThat(post("?mode=upsert", file, EDITOR, CSV, "Idempotency-Key: nnn")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("", file + "Nnnb,FR,1\n", EDITOR, CSV, "Idempotency-Key: nnn")
                        .statusCode())
                .isEqualTo(422);
        assertThat(app.send("POST", "/api/v2/cities", Client.PARIS, EDITOR, Client.JSON, "Idempotency-Key: nnn")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("", file, EDITOR, CSV, "Idempotency-Key: \"\"").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoMayNotImportIsTold() {
        for (String method : List.of("GET", "POST")) {
            assertThat(app.send(method, PATH, method.equals("GET") ? null : "x").statusCode())
                    .isEqualTo(401);
            HttpResponse<String> refused = app.send(method, PATH, method.equals("GET") ? null : "x", VIEWER);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("import:cities");
        }
    }

    @Test
    void anImportThatIsNotThereIsNotFound() {
        for (String path : List.of("", "/errors", "/rows", "/events")) {
            HttpResponse<String> none = app.get(PATH + "/123456789" + path, EDITOR, "Accept: */*");
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body()).contains("There is no import 123456789.");
        }
        assertThat(app.send("DELETE", PATH + "/123456789", null, EDITOR).statusCode())
                .isEqualTo(404);
        assertThat(app.send("POST", PATH + "/123456789/undo", null, EDITOR).statusCode())
                .isEqualTo(404);
        assertThat(app.get(PATH + "/99999999999999999999", EDITOR).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsOverCannotBeCancelled() {
        JsonNode job = imported("", "name,country,population\n");
        assertThat(job.get("state").asText()).isEqualTo("succeeded");
        assertThat(job.get("bytesRead")).isEqualTo(job.get("bytesTotal"));
        HttpResponse<String> refused = app.send("DELETE", address(job), null, EDITOR);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("detail").asText())
                .isEqualTo("Import " + job.get("id") + " is done. It can be undone.");
    }

    @Test
    void oneThatWaitsIsCancelled() {
        String large = IntStream.range(0, 150_000)
                .mapToObj(i -> "Ooo " + i + ",FR,1\n")
                .collect(Collectors.joining());
        String first = header(post("?dryRun=true", "name,country,population\n" + large, EDITOR, CSV), "Location");
        String second = header(post("", "name,country,population\nPppa,FR,1\n", EDITOR, CSV), "Location");
        assertThat(app.send("DELETE", second, null, EDITOR, "Accept: text/html").statusCode())
                .isEqualTo(204);
        assertThat(ended(second).get("state").asText()).isEqualTo("cancelled");
        assertThat(app.send("DELETE", second, null, EDITOR).statusCode()).isEqualTo(409);
        assertThat(app.send("POST", second + "/undo", null, EDITOR).statusCode())
                .isEqualTo(409);
        assertThat(counts(ended(first))).containsExactly(150_000, 150_000, 0, 0, 0);
        assertThat(found("pppa")).isEmpty();
    }

    @Test
    void nothingElseIsAskedOfAnImport() {
        String address = address(imported("", "name,country,population\n"));
        for (String path : List.of("", "/errors", "/rows", "/events")) {
            assertThat(app.get(address + path + "?x=1", VIEWER, "Accept: */*").statusCode())
                    .isEqualTo(403);
            assertThat(app.get(address + path + "?x=1", EDITOR, "Accept: */*").statusCode())
                    .isEqualTo(400);
        }
        assertThat(app.send("DELETE", address + "?x=1", null, EDITOR).statusCode())
                .isEqualTo(400);
        assertThat(app.send("POST", address + "/undo?x=1", null, EDITOR).statusCode())
                .isEqualTo(400);
    }

    private void assertLinks(String path, String next) {
        HttpResponse<String> page = app.get(path, EDITOR);
        assertThat(ListingContract.link(page, "first")).isIn(path, path.replaceAll("\\?(.*)&(.*)", "?$2&$1"));
        assertThat(ListingContract.link(page, "next"))
                .isEqualTo(ListingContract.link(page, "first") + "&cursor=" + next);
    }

    @Test
    void theImportsAreListedNewestFirst() {
        String first = imported("", "name,country,population\n").get("id").asText();
        String second = imported("", "name,country,population\n").get("id").asText();
        JsonNode page = json(app.get(PATH + "?limit=1", EDITOR));
        assertThat(page.get("items").get(0).get("id").asText()).isEqualTo(second);
        assertLinks(PATH + "?limit=1", page.get("nextCursor").asText());
        JsonNode next =
                json(app.get(PATH + "?limit=1&cursor=" + page.get("nextCursor").asText(), EDITOR));
        assertThat(next.get("items").get(0).get("id").asText()).isEqualTo(first);
        assertThat(app.get(PATH + "?cursor=nonsense", EDITOR).statusCode()).isEqualTo(400);
    }

    @Test
    void anImportIsFollowedToItsEnd() {
        JsonNode job = imported("", "name,country,population\nMmma,FR,1\n");
        HttpResponse<String> events = app.get(address(job) + "/events", EDITOR);
        assertThat(header(events, "Content-Type")).isEqualTo("text/event-stream");
        assertThat(events.body())
                .startsWith("retry: 2000\n\nevent: progress\ndata: {\"id\":" + job.get("id"))
                .endsWith("}\n\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1 null null: The file is empty",
                "'name,country'|1 population null: is required",
                "'name,country,population,wrong'|1 wrong null: is not known here",
            })
    void aFileThatCannotBeReadIsToldAtOnce(String file, String told) {
        JsonNode job = imported("", file);
        assertThat(job.get("state").asText()).isEqualTo("failed");
        assertThat(errors(job).get(0)).startsWith(told);
    }
}
