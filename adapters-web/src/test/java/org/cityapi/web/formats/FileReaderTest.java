package org.cityapi.web.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.city.TimeZoneId;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.country.Country;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.CityFiles.DraftRows;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.rejection.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileReaderTest {

    private static final long MAX = 1_000_000;

    private static List<DraftRow> read(ImportFormat format, byte[] file, boolean ignoreUnknown, long max) {
        ImportOrder order = new ImportOrder(format, ImportMode.INSERT, OnError.ABORT, false, ignoreUnknown);
        DraftRows rows = new FileReader().open(new ByteArrayInputStream(file), order, max);
        List<DraftRow> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }

    private static List<DraftRow> csv(String text) {
        return read(ImportFormat.CSV, text.getBytes(UTF_8), false, MAX);
    }

    private static List<DraftRow> ndjson(String text) {
        return read(ImportFormat.NDJSON, text.getBytes(UTF_8), false, MAX);
    }

    private static List<DraftRow> geojson(String text) {
        return read(ImportFormat.GEOJSON, text.getBytes(UTF_8), false, MAX);
    }

    /** What is wrong with a row, each as its field and fault. */
    private static List<String> faults(DraftRow row) {
        return row.faults().stream()
                .map(fault -> fault.field() + " " + fault.fault())
                .toList();
    }

    /** What keeps a file from being read, each as line, column and fault. */
    private static List<String> broken(ImportFormat format, byte[] file, long max) {
        List<String> told = new ArrayList<>();
        assertThatThrownBy(() -> read(format, file, false, max))
                .isInstanceOfSatisfying(
                        BrokenFile.class,
                        e -> e.faults().stream().map(FileReaderTest::told).forEach(told::add));
        return told;
    }

    private static String told(RowFault fault) {
        return fault.line() + " " + fault.column() + " " + fault.fault();
    }

    private static List<String> broken(String text) {
        return broken(ImportFormat.CSV, text.getBytes(UTF_8), MAX);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void everyColumnIsRead() {
        DraftRow row =
                csv("id,name,countryCode,population,latitude,longitude,adminCode,timezone,geonameId,otherNames,createdAt,version\r\n"
                                + "7,\"Saint, \"\"x\"\"\",FR,12,48.5,-2.25,05,Europe/Paris,9,a|b\\|c,2026-01-01T00:00:00Z,3\r\n")
                        .get(0);
        assertThat(row.draft())
                .isEqualTo(new CityDraft(
                        "Saint, \"x\"",
                        "FR",
                        BigDecimal.valueOf(12),
                        new BigDecimal("48.5"),
                        new BigDecimal("-2.25"),
                        "05",
                        "Europe/Paris",
                        BigDecimal.valueOf(9),
                        List.of("a", "b|c")));
        assertThat(row.id()).isEqualTo(BigDecimal.valueOf(7));
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.number()).isEqualTo(1);
        assertThat(row.isWhole()).isTrue();
        assertThat(row.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country_code,name,population",
                "countryCode,name,population",
                "country,name,population",
                "COUNTRY_CODE,Name,Population",
                " country_code , name , population "
            })
    void columnsAreKnownByAnyOfTheirNames(String header) {
        DraftRow row = csv(header + "\nfr,A,1\n").get(0);
        assertThat(row.draft().countryCode()).isEqualTo("FR");
        assertThat(row.given()).containsExactlyInAnyOrder("countryCode", "name", "population");
    }

    @Test
    void geonamesOwnNamesAreKnown() {
        DraftRow row = csv("geonames_id,country_code,admin1_code,name,population\n5,FR,11,A,1\n")
                .get(0);
        assertThat(row.draft().geonameId()).isEqualTo(BigDecimal.valueOf(5));
        assertThat(row.draft().adminCode()).isEqualTo("11");
    }

    @ParameterizedTest
    @CsvSource({"FR,FR", "fra,FR", "France,FR", "ALLEMAGNE,DE", "Atlantis,Atlantis"})
    void countriesAreKnownByCodeAndName(String written, String read) {
        assertThat(csv("name,country,population\nA," + written + ",1\n")
                        .get(0)
                        .draft()
                        .countryCode())
                .isEqualTo(read);
        assertThat(ndjson("{\"name\":\"A\",\"country\":\"" + written + "\",\"population\":1}")
                        .get(0)
                        .draft()
                        .countryCode())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "FR, FR, ''",
        "fra, FR, ''",
        "France, fr, ''",
        "ALLEMAGNE, DEU, ''",
        "'', FR, ''",
        "BV, FR, country OTHER_COUNTRY",
        "Nowhere, FR, ''",
        "Nowhere, XX, ''",
        "FR, XX, ''"
    })
    void aCountryBesideItsCodeIsTheSame(String country, String code, String fault) {
        DraftRow row = csv("name,country,country_code,population\nA," + country + "," + code + ",1\n")
                .get(0);
        assertThat(String.join("", faults(row))).isEqualTo(fault);
        assertThat(row.given()).containsExactlyInAnyOrder("name", "countryCode", "population");
        String told = country.isEmpty() ? "null" : "\"" + country + "\"";
        DraftRow json = ndjson("{\"country\":" + told + ",\"countryCode\":\"" + code + "\"}")
                .get(0);
        assertThat(String.join("", faults(json))).isEqualTo(fault);
        assertThat(json.given()).containsExactly("countryCode");
    }

    @Test
    void everyCountryIsKnownByWhatExportsCallIt() {
        for (Country country : Countries.catalogue().all()) {
            for (String name : List.of(country.english(), country.french())) {
                assertThat(faults(ndjson("{\"country\":\"" + name + "\",\"countryCode\":\""
                                        + country.code().value() + "\"}")
                                .get(0)))
                        .as(name)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsSeenInTheHeader(String delimiter) {
        String text = "\uFEFFname,country,population\r\n\"a,b;c\td\",FR,1\r\n".replace(",", delimiter);
        DraftRow row = csv(text.replace("a" + delimiter + "b", "a,b")).get(0);
        assertThat(row.draft().name()).isEqualTo("a,b;c\td");
        assertThat(row.draft().population()).isEqualTo(BigDecimal.ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void linesEndInAnyWay(String end) {
        List<DraftRow> rows = csv(String.join(end, "name,country,population", "A,FR,1", "", ",,", "B,FR,2"));
        assertThat(rows).extracting(DraftRow::line).containsExactly(2L, 5L);
        assertThat(rows).extracting(DraftRow::number).containsExactly(1L, 2L);
        assertThat(ndjson(String.join(end, "{}", "", "{}")))
                .extracting(DraftRow::line)
                .containsExactly(1L, 3L);
    }

    @Test
    void linesEndInSeveralWays() {
        assertThat(csv("name,country,population\r\nA,FR,1\nB,FR,2\rC,FR,3\r\nD,FR,4"))
                .extracting(DraftRow::line)
                .containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void aQuotedTextMayHoldLineBreaks() {
        List<DraftRow> rows = csv("name,country,population\n\"A\r\nB\",FR,1\nC,FR,2\n");
        assertThat(rows).extracting(row -> row.draft().name()).containsExactly("A\r\nB", "C");
        assertThat(rows).extracting(DraftRow::line).containsExactly(2L, 4L);
    }

    @Test
    void whatASpreadsheetWouldRunComesBackAsItWas() {
        DraftRow row = csv("name,country,population,longitude,otherNames\n'=1+1,FR,1,-73.5,'-a|b\n")
                .get(0);
        assertThat(row.draft().name()).isEqualTo("=1+1");
        assertThat(row.draft().longitude()).isEqualTo(new BigDecimal("-73.5"));
        assertThat(row.draft().otherNames()).containsExactly("-a", "b");
    }

    @Test
    void everyWrongColumnIsNamed() {
        assertThat(broken("name,nmae,name,latitude\nA,B,C,1\n"))
                .containsExactly(
                        "1 nmae UNKNOWN", "1 name REPEATED", "1 countryCode REQUIRED", "1 population REQUIRED");
        assertThat(broken("name,country_code,countryCode,population,\n"))
                .containsExactly("1 countryCode REPEATED", "1 #5 UNKNOWN");
    }

    @Test
    void unknownColumnsMayBePassedOver() {
        byte[] file = "name,ascii_name,country,population\nÉ,E,FR,1\n".getBytes(UTF_8);
        assertThat(read(ImportFormat.CSV, file, true, MAX).get(0).draft().name())
                .isEqualTo("É");
        byte[] json = "{\"name\":\"É\",\"ascii\":{\"deep\":[1]}}".getBytes(UTF_8);
        assertThat(read(ImportFormat.NDJSON, json, true, MAX).get(0).faults()).isEmpty();
        assertThat(faults(read(ImportFormat.NDJSON, json, false, MAX).get(0))).containsExactly("ascii UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234,567',population TYPE",
        "1e1234567890,population TYPE",
        "e3,population TYPE",
        "many,population TYPE",
        "0x10,population TYPE",
        "½,population TYPE",
    })
    void whatIsNoNumberIsTold(String written, String fault) {
        DraftRow row =
                csv("name,country,population\nA,FR,\"" + written + "\"\n").get(0);
        assertThat(faults(row)).containsExactly(fault);
        assertThat(row.source().value("population")).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1e3,1000", "1.5E+6,1500000", "1000e-3,1", "1.0,1"})
    void inhabitantsAreReadAsProgramsWriteThem(String written, long population) {
        DraftRow row = csv("name,country,population\nA,FR," + written + "\n").get(0);
        assertThat(row.draft().check(new Violations()).population().value()).isEqualTo(population);
        assertThat(faults(csv("name,country,population,geonameId,id\nA,FR,1,1e3,1e3\n")
                        .get(0)))
                .containsExactly("geonameId TYPE", "id TYPE");
    }

    @ParameterizedTest
    @CsvSource({"1e999999999,OUT_OF_RANGE", "-1.5e999999999,OUT_OF_RANGE", "1e-999999999,TYPE", "1e9,OUT_OF_RANGE"})
    void inhabitantsWithManyZerosCostNothing(String written, Fault fault) {
        CityDraft draft =
                csv("name,country,population\nA,FR," + written + "\n").get(0).draft();
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> draft.check(new Violations()))
                        .isInstanceOfSatisfying(
                                Rejection.Invalid.class,
                                refused -> assertThat(refused.violations())
                                        .extracting(Violation::fault)
                                        .containsExactly(fault)));
    }

    @Test
    void degreesNearZeroAreReadAsProgramsWriteThem() {
        DraftRow row = csv("name,country,population,latitude,longitude\nA,FR,1,5e-05,-1.25E-6\n")
                .get(0);
        assertThat(row.faults()).isEmpty();
        assertThat(row.draft().latitude()).isEqualByComparingTo("0.00005");
        assertThat(row.draft().longitude()).isEqualByComparingTo("-0.00000125");
        assertThat(faults(csv("name,country,population,geonameId\nA,FR,1,1.5E-1\n")
                        .get(0)))
                .containsExactly("geonameId TYPE");
    }

    @ParameterizedTest
    @CsvSource({"0,ABOVE_ZERO", "-1,ABOVE_ZERO", "1.5,TYPE", "-7.5,TYPE", "9223372036854775808,ABOVE_ZERO"})
    void whatIsNoIdIsTold(String id, String fault) {
        assertThat(faults(csv("name,country,population,id\nA,FR,1," + id + "\n").get(0)))
                .containsExactly("id " + fault);
        assertThat(faults(ndjson("{\"id\":" + id + "}").get(0))).containsExactly("id " + fault);
    }

    @Test
    void aRowHasAsManyCellsAsTheHeader() {
        List<DraftRow> rows = csv("name,country,population\nA,FR\nB,FR,1,2\nC,FR,1,,\n");
        assertThat(rows)
                .extracting(FileReaderTest::faults)
                .containsExactly(List.of(" CELLS"), List.of(" CELLS"), List.of());
        assertThat(rows.get(0).faults().get(0).details()).isEqualTo(Map.of("cells", 2, "columns", 3));
    }

    @Test
    void aRowHasItsLimits() {
        assertThat(broken("name,country,population\nA,FR,1" + ",".repeat(2_000) + "\n"))
                .containsExactly("2 null TOO_MANY");
        byte[] wide =
                ("name,country,population\nA,FR,1" + ("," + "x".repeat(200_000)).repeat(8) + "\n").getBytes(UTF_8);
        assertThat(broken(ImportFormat.CSV, wide, 10 * MAX)).containsExactly("2 null TOO_LONG");
    }

    @Test
    void whatIsNotUtf8IsToldWithItsLine() {
        String text = "name,country,population\nA,FR,1\nOrl\u00e9ans,FR,2\n";
        assertThat(broken(ImportFormat.CSV, text.getBytes(ISO_8859_1), MAX)).containsExactly("3 null ENCODING");
        assertThat(broken(ImportFormat.CSV, text.getBytes(UTF_16), MAX)).containsExactly("1 null ENCODING");
        String ascii = text.substring(0, text.indexOf("Orl"));
        assertThat(broken(ImportFormat.CSV, ascii.getBytes(UTF_16LE), MAX)).containsExactly("1 null ENCODING");
        assertThat(broken(ImportFormat.CSV, ascii.getBytes(UTF_16BE), MAX)).containsExactly("1 null ENCODING");
        assertThat(broken(ImportFormat.CSV, "название;страна\n".getBytes(UTF_16LE), MAX))
                .containsExactly("1 null ENCODING");
        assertThat(broken(ImportFormat.CSV, "name\n".getBytes(UTF_16BE), MAX)).containsExactly("1 null ENCODING");
        assertThat(broken("name,country,population,no\0te\n")).containsExactly("1 no\0te UNKNOWN");
        byte[] quoted = "\"name\",\"country\",\"population\"\n".getBytes(UTF_16LE);
        assertThat(broken(ImportFormat.CSV, quoted, MAX)).containsExactly("1 null ENCODING");
        byte[] cut = Arrays.copyOf("name,country,population\nÉ".getBytes(UTF_8), 25);
        assertThat(broken(ImportFormat.CSV, cut, MAX)).containsExactly("2 null ENCODING");
        assertThat(broken(ImportFormat.NDJSON, "{}\n{\"name\":\"\u00e9\"}".getBytes(ISO_8859_1), MAX))
                .containsExactly("2 null ENCODING");
    }

    @Test
    void anEncodingThatBreaksFarDownHasItsLine() {
        StringBuilder text = new StringBuilder("name,country,population\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("Ville ").append(i).append(",FR,1\r\n");
        }
        byte[] file = text.append("Orl\u00e9ans,FR,2\r\n").toString().getBytes(ISO_8859_1);
        assertThat(broken(ImportFormat.CSV, file, 10 * MAX)).containsExactly("50002 null ENCODING");
    }

    @Test
    void aNulIsReadAsItIs() {
        assertThat(csv("name,country,population\nA\0,FR,1\n").get(0).draft().name())
                .isEqualTo("A\0");
    }

    @Test
    void aHeaderThatIsNotSplitIsToldWhatSplitsIt() {
        assertThat(broken("name|country|population\nA|FR|1\n"))
                .containsExactly(
                        "1 name|country|population UNKNOWN",
                        "1 name REQUIRED",
                        "1 countryCode REQUIRED",
                        "1 population REQUIRED",
                        "1 null UNSPLIT");
        assertThat(broken("name\nA\n")).containsExactly("1 countryCode REQUIRED", "1 population REQUIRED");
    }

    @Test
    void blanksAroundCellsCountInNone() {
        DraftRow row = csv(" name , country, population,latitude ,longitude,admin_code, timezone,geonameId\n"
                        + " A , FR , 1 , 2 , 3 , 4 , Europe/Paris\u00a0, 5 \n")
                .get(0);
        assertThat(row.draft().check(new Violations()).timezone()).isEqualTo(new TimeZoneId("Europe/Paris"));
        assertThat(row.fault("timezone", Fault.UNKNOWN_TIME_ZONE, Map.of()).column())
                .isEqualTo("timezone");
        assertThat(csv("name,country,population,timezone\nA,FR,1,\"  \"\n")
                        .get(0)
                        .draft()
                        .timezone())
                .isNull();
        assertThat(ndjson("{\"name\":\"A\",\"timezone\":\" Europe/Paris \"}")
                        .get(0)
                        .draft()
                        .timezone())
                .isEqualTo("Europe/Paris");
        assertThat(ndjson("{\" x\":1}")
                        .get(0)
                        .fault(" x", Fault.UNKNOWN, Map.of())
                        .column())
                .isEqualTo("x");
        assertThat(broken("name, country,population, population, x\n"))
                .containsExactly("1 population REPEATED", "1 x UNKNOWN");
    }

    @Test
    void aQuoteBehindBlanksIsToldWithItsCell() {
        List<DraftRow> rows = csv("country,population,name,id\nFR, 1, \"Lyon\",\nFR,1, \"Paris, the city\",7\n"
                + "FR,1,\u00a0\"Nice,\nFR,1,\"\"\"Lyon\"\"\",\nFR,1,L \"x\",\nFR,1,\" \"\"Lyon\"\"\",\n");
        assertThat(rows)
                .extracting(FileReaderTest::faults)
                .containsExactly(
                        List.of("name LOOSE_QUOTE"),
                        List.of("name LOOSE_QUOTE", " CELLS"),
                        List.of("name LOOSE_QUOTE"),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(rows.get(0).fault("name", Fault.LOOSE_QUOTE, Map.of()).value())
                .isEqualTo(" \"Lyon\"");
        assertThat(rows.get(3).draft().name()).isEqualTo("\"Lyon\"");
        assertThat(broken("name, \"country\",population\nA,FR,1\n")).containsExactly("1 \"country\" LOOSE_QUOTE");
        assertThat(faults(csv("name,country,population,version,id\nA,FR,1, \"x\", \"7\"\n")
                        .get(0)))
                .as("of fields alone")
                .containsExactly("id LOOSE_QUOTE");
        String parted = "name,country,population,version,otherNames\nLyon,FR,5, \"a, b\",\nLyon,FR,5, \"a b\",\n"
                + "Lyon,FR,5, \"a\"\", b\",\nLyon,FR,5, \"Old\" town,\nLyon,FR,5, \",\n";
        assertThat(csv(parted))
                .extracting(FileReaderTest::faults)
                .containsExactly(
                        List.of(" LOOSE_QUOTE"),
                        List.of(),
                        List.of(" LOOSE_QUOTE"),
                        List.of(),
                        List.of(" LOOSE_QUOTE"));
    }

    /** Whatever end of line comes behind the quote. */
    @Test
    void aReturnAloneInAQuotedCellEndsNoLine() {
        for (int before : new int[] {0, 8_127, 8_139, 16_319, 16_331}) {
            String padding = "x".repeat(before);
            List<DraftRow> rows = csv("name,country,population,adminCode\nA" + padding + ",FR,1,a\nB,FR,2,\"x\r\"\n"
                    + "C,FR,3,\"y\r\nz\"\r\nD,FR,4,\"\r\"\rE,FR,5,\"\r\"");
            assertThat(rows).extracting(row -> row.draft().name()).containsExactly("A" + padding, "B", "C", "D", "E");
            assertThat(rows)
                    .extracting(row -> row.source().value("adminCode"))
                    .containsExactly("a", "x\n", "y\r\nz", "\n", "\n");
        }
    }

    @Test
    void aQuoteThatIsNotClosedIsToldWithItsLine() {
        assertThat(broken("\"name\n\",\"country\",\"pop\nA,FR,1\n")).containsExactly("2 null UNCLOSED");
        assertThat(broken("name,country,population\nA,FR,1\n\"B,FR,2\nC,FR,3\n"))
                .containsExactly("3 null UNCLOSED");
        assertThat(broken("name,country,population\r\n\"A\r\nA\",FR,\"1\r\nB,FR,2\r\n"))
                .containsExactly("3 null UNCLOSED");
        assertThat(broken("name,country,population\n\"A\nA\",FR,\"1" + "x".repeat(300_000)))
                .containsExactly("3 null ENDLESS");
        assertThat(broken("name,\"country,population\nA,FR,1\n")).containsExactly("1 null UNCLOSED");
        assertThat(broken("name,country,population\nA,FR,\"1\"\"\n")).containsExactly("2 null UNCLOSED");
        assertThat(broken("name,country,population\nA,FR,1\n\"B" + "x".repeat(300_000) + "\n"))
                .containsExactly("3 null ENDLESS");
        assertThat(broken("name,country,population\nA,FR,\"1" + "x".repeat(300_000) + "\"\n"))
                .containsExactly("2 null ENDLESS");
        assertThat(broken("name,country,population\nA,FR,1\n\"B\"x,FR,1\n")).containsExactly("3 null QUOTE");
        assertThat(broken("name,country,population\nA" + "x".repeat(300_000) + ",FR,1\n"))
                .containsExactly("2 null TOO_LONG");
        assertThat(csv("name,country,population\n\"A\",FR,\"1\"").get(0).faults())
                .isEmpty();
        assertThat(csv("name,country,population\nA\"b\",FR,1\n").get(0).draft().name())
                .isEqualTo("A\"b\"");
    }

    @Test
    void anEmptyFileHasNoHeaderAndAHeaderAloneNoRows() {
        assertThat(broken("")).containsExactly("1 null NO_HEADER");
        assertThat(broken("\n\r\n")).containsExactly("1 null NO_HEADER");
        assertThat(csv("name,country,population")).isEmpty();
        assertThat(csv("name,country,population\r\n")).isEmpty();
        assertThat(ndjson("")).isEmpty();
        assertThat(geojson("{\"type\":\"FeatureCollection\",\"features\":[]}")).isEmpty();
    }

    @Test
    void packedFilesAreUnpacked() throws IOException {
        byte[] plain = "name,country,population\nÉ,FR,1\n".getBytes(UTF_8);
        assertThat(read(ImportFormat.CSV, packed(plain), false, MAX)
                        .get(0)
                        .draft()
                        .name())
                .isEqualTo("É");
    }

    @Test
    void aPackedFileThatBreaksOffIsTold() throws IOException {
        StringBuilder text = new StringBuilder("name,country,population\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("Ville ").append(i * 7_919L).append(",FR,").append(i).append('\n');
        }
        byte[] whole = packed(text.toString().getBytes(UTF_8));
        assertThat(broken(ImportFormat.CSV, Arrays.copyOf(whole, whole.length / 2), MAX))
                .singleElement()
                .asString()
                .matches("[1-9][0-9]{2,4} null PACKED");
        assertThat(broken(ImportFormat.CSV, Arrays.copyOf(whole, 5), MAX)).containsExactly("1 null PACKED");
        byte[] damaged = whole.clone();
        damaged[whole.length - 6] ^= 1;
        assertThat(broken(ImportFormat.CSV, damaged, MAX))
                .singleElement()
                .asString()
                .endsWith("PACKED");
    }

    @Test
    void aPackedFileOfTwoMembersIsReadWholeOrNotAtAll() throws IOException {
        byte[] first = packed("name,country,population\nA,FR,1\n".getBytes(UTF_8));
        byte[] both = Arrays.copyOf(first, first.length + 100);
        byte[] second = packed("B,FR,2\n".getBytes(UTF_8));
        System.arraycopy(second, 0, both, first.length, second.length);
        int length = first.length + second.length;
        assertThat(read(ImportFormat.CSV, Arrays.copyOf(both, length), false, MAX))
                .hasSize(2);
        for (int cut = length - 1; cut > first.length; cut--) {
            assertThat(broken(ImportFormat.CSV, Arrays.copyOf(both, cut), MAX))
                    .singleElement()
                    .asString()
                    .endsWith("PACKED");
        }
    }

    @Test
    void aFileThatUnpacksToTooMuchIsTold() throws IOException {
        byte[] bomb = packed(("name,country,population\n" + "A,FR,1\n".repeat(200_000)).getBytes(UTF_8));
        assertThat(bomb).hasSizeLessThan(10_000);
        assertThat(broken(ImportFormat.CSV, bomb, 100_000))
                .singleElement()
                .asString()
                .matches("[0-9]+ null TOO_LARGE");
        assertThat(broken(ImportFormat.CSV, packed(new byte[2_000_000]), 100_000))
                .containsExactly("1 null TOO_LARGE");
        assertThat(broken(ImportFormat.CSV, packed(new byte[2_000_000]), 10 * MAX))
                .containsExactly("1 null TOO_LONG");
    }

    @Test
    void aLineOfJsonIsACity() {
        List<DraftRow> rows = ndjson(
                "{\"id\":7,\"name\":\"A\",\"countryCode\":\"FR\",\"country\":\"France\",\"population\":1,"
                        + "\"latitude\":null,\"longitude\":null,\"adminCode\":null,\"timezone\":null,\"geonameId\":5,"
                        + "\"otherNames\":[\"x|y\"],\"createdBy\":null,\"createdAt\":\"\",\"updatedAt\":\"\",\"version\":4}\n");
        DraftRow row = rows.get(0);
        assertThat(row.draft())
                .isEqualTo(new CityDraft(
                        "A", "FR", BigDecimal.ONE, null, null, null, null, BigDecimal.valueOf(5), List.of("x|y")));
        assertThat(row.isWhole()).isTrue();
        assertThat(row.faults()).isEmpty();
        assertThat(row.source().cells()).containsExactly("7", "A", "FR", "1", "", "", "", "", "5", "x\\|y", "France");
    }

    @Test
    void aRowHasItsLimitsWhateverIsQuotedInIt() {
        String header = "name,country,population\n";
        assertThat(broken(header + "\"x\",".repeat(1_001) + "\"x\"\n\"A\",FR,1\n"))
                .containsExactly("2 null TOO_MANY");
        String long4 = ("\"" + "x".repeat(250_000) + "\",").repeat(4);
        byte[] file = (header + long4 + long4 + "\"x\"\n").getBytes(UTF_8);
        assertThat(broken(ImportFormat.CSV, file, 10 * MAX)).containsExactly("2 null TOO_LONG");
    }

    @Test
    void aNumberThatASpreadsheetIsKeptFromRunningIsReadAsItIs() {
        DraftRow row = csv("name,country,population,latitude,longitude\nA,FR,1,'-48.5 ,'+2\n")
                .get(0);
        assertThat(row.faults()).isEmpty();
        assertThat(row.draft().latitude()).isEqualByComparingTo("-48.5");
        assertThat(faults(csv("name,country,population\nA,FR,'1\n").get(0))).containsExactly("population TYPE");
    }

    @Test
    void whatARowOfJsonLeavesOutIsNotThere() {
        assertThat(faults(ndjson("{\"name\":\"A\",\"leftOut\":\"population\"}").get(0)))
                .containsExactly("leftOut UNKNOWN");
    }

    @Test
    void aMemberThatAFeatureTellsTwiceIsRefused() {
        String twice =
                "{\"type\":\"Feature\",\"geometry\":null,\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},"
                        + "\"properties\":{\"name\":\"A\"},\"properties\":{\"country\":\"FR\"}}";
        assertThat(geojson("{\"type\":\"FeatureCollection\",\"features\":[" + twice + "]}"))
                .extracting(FileReaderTest::faults)
                .containsExactly(List.of("geometry REPEATED", "properties REPEATED"));
        String places =
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2],\"coordinates\":[3,4]},"
                        + "\"properties\":{\"name\":\"A\"}}";
        assertThat(geojson("{\"type\":\"FeatureCollection\",\"features\":[" + places + "]}"))
                .extracting(FileReaderTest::faults)
                .containsExactly(List.of("geometry REPEATED"));
    }

    @Test
    void anEmptyCellOfAFieldThatARowLeftOutIsNotGiven() {
        List<DraftRow> rows = csv("name,country,population,latitude,longitude,otherNames,left_out\n"
                + ",,2,,,,name|countryCode|latitude|longitude\n"
                + "A,FR,2,1,2,B,name|countryCode|latitude|longitude|otherNames|nonsense\n"
                + "A,FR,2,,,,\n");
        assertThat(rows.get(0).given()).containsExactlyInAnyOrder("population", "otherNames");
        assertThat(rows.get(1).isWhole()).isFalse();
        for (DraftRow whole : rows.subList(1, 3)) {
            assertThat(whole.given())
                    .containsExactlyInAnyOrder(
                            "name", "countryCode", "population", "latitude", "longitude", "otherNames");
        }
    }

    @Test
    void whatIsAbsentInJsonIsNotGiven() {
        assertThat(ndjson("{\"geonameId\":5,\"population\":2}").get(0).given())
                .containsExactlyInAnyOrder("geonameId", "population");
    }

    @Test
    void aLineThatIsNoJsonIsToldAndTheOthersAreRead() {
        List<DraftRow> rows = ndjson(
                "{\"name\":\"A\"}\n{\"name\":\n[1]\n{\"name\":\"5\",\"name\":\"6\"}\n{\"name\":\"B\"} x\n{\"name\":\"C\"}");
        assertThat(rows)
                .extracting(FileReaderTest::faults)
                .containsExactly(
                        List.of(),
                        List.of(" MALFORMED"),
                        List.of(" TYPE"),
                        List.of("name REPEATED"),
                        List.of(" MALFORMED"),
                        List.of());
        assertThat(rows.get(1).faults().get(0).details()).containsEntry("line", 2L);
        String deep = "[".repeat(1_100);
        assertThat(faults(ndjson("{\"name\":" + deep + "\n").get(0))).containsExactly(" TOO_DEEP");
        assertThat(broken(
                        ImportFormat.GEOJSON,
                        ("{\"type\":\"FeatureCollection\",\"features\":[{\"x\":" + deep).getBytes(UTF_8),
                        MAX))
                .containsExactly("1 null TOO_DEEP");
        assertThat(broken(
                        ImportFormat.NDJSON,
                        ("{}\n{\"name\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(UTF_8),
                        10 * MAX))
                .containsExactly("2 null TOO_LONG");
    }

    @Test
    void aMemberWithoutANameIsTold() {
        assertThat(faults(ndjson("{\"\":1,\"name\":\"A\",\"\":2}").get(0))).containsExactly("\"\" REPEATED");
        assertThat(faults(ndjson("{\"\":1,\"name\":\"A\"}").get(0))).containsExactly("\"\" UNKNOWN");
    }

    @Test
    void aFeatureIsACity() {
        List<DraftRow> rows = geojson("""
                {"type":"FeatureCollection","attribution":"x","features":[
                {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[-2.25,48.5,3]},"properties":{"name":"A","country_code":"FR","population":1}},
                {"type":"Feature","geometry":null,"properties":{"name":"B"}}
                ],"more":[1,{"a":2}]}
                """);
        assertThat(rows.get(0).draft())
                .isEqualTo(new CityDraft(
                        "A",
                        "FR",
                        BigDecimal.ONE,
                        new BigDecimal("48.5"),
                        new BigDecimal("-2.25"),
                        null,
                        null,
                        null,
                        List.of()));
        assertThat(rows.get(0).id()).isEqualTo(BigDecimal.valueOf(7));
        assertThat(rows.get(0).line()).isEqualTo(2);
        assertThat(rows.get(1).given()).containsExactlyInAnyOrder("name", "latitude", "longitude");
        assertThat(rows).allSatisfy(row -> assertThat(row.faults()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,1],[0,0]]]}",
                "{\"type\":\"Point\",\"coordinates\":[1]}",
                "{\"type\":\"Point\",\"coordinates\":[\"1\",2]}",
                "{\"type\":\"Point\"}",
                "{\"coordinates\":[1,2]}",
                "\"Point\"",
                "[1,2]",
                "{\"type\":\"Point\",\"coordinates\":{\"x\":1}}"
            })
    void aGeometryThatIsNoPointIsTold(String geometry) {
        List<DraftRow> rows = geojson("{\"type\":\"FeatureCollection\",\"features\":[\n"
                + "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":{\"name\":\"A\"}},\n"
                + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"B\"}}]}");
        assertThat(rows).extracting(FileReaderTest::faults).containsExactly(List.of("geometry NO_POINT"), List.of());
        assertThat(rows.get(0).line()).isEqualTo(2);
    }

    @Test
    void whatIsNoFeatureIsTold() {
        assertThat(geojson("{\"type\":\"FeatureCollection\",\"features\":[5,{\"type\":\"Point\"},[{}]]}"))
                .extracting(FileReaderTest::faults)
                .containsExactly(List.of(" NO_FEATURE"), List.of(" NO_FEATURE"), List.of(" NO_FEATURE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "[];1 null NO_FEATURES",
                "{};1 null NO_FEATURES",
                "{\"features\":[],\"type\":\"Topology\"};1 null NO_FEATURES",
                "{\"features\":[],\"type\":\"FeatureCollection\"};",
                "{\"type\":\"FeatureCollection\",\"features\":[],\"features\":[{}]};1 features REPEATED",
                "{\"type\":\"FeatureCollection\",\"features\":[],\"type\":\"FeatureCollection\"};1 type REPEATED",
                "{\"type\":\"FeatureCollection\",\"features\":{},\"features\":[{}]};1 features REPEATED",
                "{\"type\":\"Feature\"};1 null NO_FEATURES",
                "{\"type\":\"FeatureCollection\",\"features\":[;1 null MALFORMED",
                "{\"type\":\"FeatureCollection\",\"features\":[]};",
                "{\"type\":\"FeatureCollection\",\"features\":[];1 null MALFORMED",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\";1 null MALFORMED",
                "{\"type\":\"FeatureCollection\",\"features\":[]} x;1 null MALFORMED",
                "nonsense;1 null MALFORMED"
            })
    void aFileThatIsNoCollectionIsTold(String file, String told) {
        if (told == null) {
            assertThat(geojson(file)).isEmpty();
        } else {
            assertThat(broken(ImportFormat.GEOJSON, file.getBytes(UTF_8), MAX)).containsExactly(told);
        }
    }

    /** One feature of these members, whatever their order. */
    private static List<DraftRow> feature(String first, String second) {
        String collection = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",%s,%s}]}";
        List<DraftRow> rows = geojson(collection.formatted(first, second));
        List<DraftRow> others = geojson(collection.formatted(second, first));
        assertThat(others.get(0).draft()).isEqualTo(rows.get(0).draft());
        assertThat(others.get(0).given()).isEqualTo(rows.get(0).given());
        assertThat(faults(others.get(0))).containsExactlyInAnyOrderElementsOf(faults(rows.get(0)));
        return rows;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "null;\"latitude\":8,\"Longitude\":9;8;9;",
                "null;\"latitude\":8;8;;",
                "null;\"latitude\":\"x\";;;latitude TYPE",
                "null;\"latitude\":null;;;",
                "{\"type\":\"Point\",\"coordinates\":[1,2]};\"latitude\":null,\"longitude\":null;2;1;",
                "{\"type\":\"Point\",\"coordinates\":[1,2]};\"LATITUDE\":2;2;1;LATITUDE REPEATED",
                "{\"type\":\"Point\",\"coordinates\":[1,2]};\"longitude\":\"x\";2;1;longitude REPEATED",
                "[];\"latitude\":8;;;geometry NO_POINT, latitude REPEATED"
            })
    void aPlaceIsToldByTheGeometryOrByTheProperties(
            String geometry, String properties, BigDecimal latitude, BigDecimal longitude, String told) {
        DraftRow row = feature("\"geometry\":" + geometry, "\"properties\":{" + properties + "}")
                .get(0);
        assertThat(row.draft().latitude()).isEqualTo(latitude);
        assertThat(row.draft().longitude()).isEqualTo(longitude);
        assertThat(String.join(", ", faults(row))).isEqualTo(told == null ? "" : told);
    }

    @Test
    void aFeatureWithoutAGeometryHasItsPlaceAmongItsProperties() {
        DraftRow row = feature("\"properties\":{\"latitude\":8,\"longitude\":9}", "\"id\":7")
                .get(0);
        assertThat(row.draft().latitude()).isEqualTo(BigDecimal.valueOf(8));
        assertThat(row.faults()).isEmpty();
        assertThat(faults(feature("\"properties\":{}", "\"id\":7").get(0))).containsExactly("geometry REQUIRED");
        assertThat(feature("\"geometry\":null", "\"properties\":{\"latitude\":8}")
                        .get(0)
                        .given())
                .as("the geometry says nothing of the other half then")
                .containsExactly("latitude");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}}",
                "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC::CRS84\"}}",
                "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4326\"}}",
                "{\"properties\":{\"name\":\"epsg:4326\"},\"type\":\"name\"}",
                "{\"type\":\"name\",\"properties\":{\"name\":\"http://www.opengis.net/def/crs/OGC/1.3/CRS84\"}}",
                "{\"type\":\"name\",\"properties\":{\"name\":\"OGC:CRS84\"}}",
                "{\"type\":\"EPSG\",\"properties\":{\"code\":4326}}",
                "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:2:84\"}}",
                "{\"type\":\"name\",\"properties\":{\"name\":\"http://www.opengis.net/gml/srs/epsg.xml#4326\"}}",
                "{\"type\":\"link\",\"properties\":{\"href\":\"http://spatialreference.org/ref/epsg/4326/\",\"type\":\"proj4\"}}",
                "{\"name\":\"WGS 84 (CRS84)\"}",
                "\"CRS84\"",
                "\"CRS:84\"",
                "\"http://www.opengis.net/def/crs/OGC/0/CRS84h\""
            })
    void degreesOfWgs84AreTaken(String crs) {
        String features =
                "\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2],\"crs\":"
                        + crs + "},\"properties\":{},\"crs\":" + crs + "}]";
        for (String members : List.of("\"crs\":" + crs + "," + features, features + ",\"crs\":" + crs)) {
            assertThat(geojson("{\"type\":\"FeatureCollection\"," + members + "}"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.faults()).isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}};urn:ogc:def:crs:EPSG::3857",
                "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS83\"}};urn:ogc:def:crs:OGC:1.3:CRS83",
                "{\"type\":\"link\",\"properties\":{\"href\":\"x.prj\",\"type\":\"ogcwkt\"}};x.prj",
                "{\"type\":\"EPSG\",\"properties\":{\"code\":2154}};2154",
                "{\"type\":\"EPSG\",\"properties\":{\"code\":84}};84",
                "{\"name\":\"urn:ogc:def:crs:84\"};urn:ogc:def:crs:84",
                "{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:14326\"}};EPSG:14326",
                "[4326];?",
                "{};?"
            })
    void numbersThatAreNoDegreesOfWgs84AreRefused(String crs, String name) {
        String features = "\"features\":[{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}]";
        for (String members : List.of("\"crs\":" + crs + "," + features, features + ",\n\"crs\":" + crs)) {
            byte[] file = ("{\"type\":\"FeatureCollection\"," + members + "}").getBytes(UTF_8);
            assertThatThrownBy(() -> read(ImportFormat.GEOJSON, file, true, MAX))
                    .isInstanceOfSatisfying(BrokenFile.class, broken -> {
                        assertThat(told(broken.faults().get(0)))
                                .isEqualTo(members.startsWith("\"crs") ? "1 null OTHER_CRS" : "2 null OTHER_CRS");
                        assertThat(broken.faults().get(0).details()).isEqualTo(Map.of("value", name));
                    });
        }
        DraftRow row = feature(
                        "\"crs\":" + crs, "\"geometry\":{\"crs\":" + crs + ",\"type\":\"Point\",\"coordinates\":[1,2]}")
                .get(0);
        assertThat(faults(row)).containsExactlyInAnyOrder("crs OTHER_CRS", "geometry OTHER_CRS");
    }

    /** Whoever reads to the end of a file that has no end must notice in time. */
    @Test
    void aFeatureHasItsLimits() {
        InputStream endless = new InputStream() {
            private final byte[] head =
                    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"otherNames\":["
                            .getBytes(UTF_8);
            private long place;

            @Override
            public int read() {
                long at = place++;
                return at < head.length ? head[(int) at] : "\"x\",".charAt((int) ((at - head.length) % 4));
            }
        };
        ImportOrder order = new ImportOrder(ImportFormat.GEOJSON, ImportMode.INSERT, OnError.ABORT, false, false);
        assertThatThrownBy(() -> new FileReader().open(endless, order, 1L << 40))
                .isInstanceOfSatisfying(
                        BrokenFile.class,
                        e -> assertThat(told(e.faults().get(0))).isEqualTo("1 null TOO_LONG"));
    }
}
