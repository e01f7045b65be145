package org.cityapi.web.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.CityFiles.DraftRows;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.rejection.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file looks like, and how it is read when somebody has said what its columns mean. */
class FileLookTest {

    private static final long MAX = 1_000_000;

    private static FileOutline look(byte[] file) {
        return new FileReader().look(new ByteArrayInputStream(file), MAX);
    }

    private static FileOutline look(String text) {
        return look(text.getBytes(UTF_8));
    }

    private static String guess(FileOutline outline) {
        return outline.columns().stream()
                .map(column -> column.field().isEmpty() ? "-" : column.field())
                .collect(Collectors.joining(" "));
    }

    private static List<DraftRow> rows(String text, String... fields) {
        return rows(text, look(text).isHeaded(), fields);
    }

    private static List<DraftRow> rows(String text, boolean isHeaded, String... fields) {
        FileOutline outline = look(text).with(new FileOutline.Choice(List.of(fields), isHeaded));
        ImportOrder order =
                new ImportOrder(outline.format(), ImportMode.INSERT, OnError.ABORT, false, false, outline.match());
        DraftRows rows = new FileReader().open(new ByteArrayInputStream(text.getBytes(UTF_8)), order, MAX);
        List<DraftRow> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ville;pays;habitants;latitude;longitude | name countryCode population latitude longitude",
                "Nom_Ville;Code Pays;Nombre d'habitants;lat;lng | name countryCode population latitude longitude",
                "cityName;country_code;POPULATION;Long;LAT | name countryCode population longitude latitude",
                "geonameid;name;asciiname;alternatenames;country code;population | geonameId name - otherNames countryCode population",
                "Fuseau horaire;Admin1 Code;autres noms;x | timezone adminCode otherNames -",
                "name;city;ville | name - -",
                "id;identifiant | - -",
                "createdAt;line;reason;version | - - - -"
            })
    void columnsAreGuessedByTheirNames(String header, String fields) {
        assertThat(guess(look(header + "\n" + "?;".repeat(6)))).isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Berne;Suisse;130000;46.94;7.44;Europe/Zurich | name countryCode population latitude longitude timezone",
                "CHE;Berne;5.1;130.9;7;7 | countryCode name latitude longitude - -",
                "5;6;7;8;9;10 | - - - - - -",
                "-;x | - name"
            })
    void whereNamesSayNothingValuesDo(String row, String fields) {
        String header = "a;b;c;d;e;f".substring(0, row.split(";").length * 2 - 1);
        assertThat(guess(look(header + "\n" + row + "\n"))).isEqualTo(fields);
        assertThat(guess(look("ville;elevation;note\nBerne;5;x\n"))).isEqualTo("name - -");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Berne;Suisse;130 000;46,94;7,44 | name countryCode population latitude longitude",
                "Bern;CHE;130’000;- | name countryCode population -",
                "7;x | population name",
                "Bern;-33.87° | name -",
                "Dar es Salaam;TZ;4364541 | name countryCode population",
                "Jakarta;ID;8540121 | name countryCode population",
                "Paris;FR;2138551;capital | name countryCode population -",
                "Lyon;FR;522969;city | name countryCode population -",
                "Canton;US;70872 | name countryCode population",
                "5;Tokyo;JP;37400068 | - name countryCode -",
                "Gap;FR;1999 | name countryCode -",
                "Dresden;DE;01067 | name countryCode -",
                "Lyon;France;522969;45,75;4,83;Lugdunum, Lion, Lió, L, M, N | name countryCode population latitude longitude -",
                "San Jose;CA;US;971233 | name - - population",
                "Konstanz;DE;85.770;47,66;9,18 | name countryCode population - -",
            })
    void aFirstLineWithANumberIsARow(String row, String fields) {
        FileOutline outline = look(row + "\n" + row + "\n");
        assertThat(outline.isHeaded()).isFalse();
        assertThat(outline.rows()).isEqualTo(2);
        assertThat(outline.shown().get(1).name()).isEqualTo("#2");
        assertThat(outline.shown().get(0).values()).hasSize(2);
        assertThat(guess(outline)).isEqualTo(fields);
        assertThat(look(row).rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "miasto;kraj;2020",
                "Stadt;Land;2020",
                "Ciudad;País;1999",
                "2020;Altitude",
                "ville;pays;7",
                "0;1;2",
                ";0;1;2",
                "1;2;3",
                "x;y",
                ";;",
            })
    void aFirstLineOfNamesOrYearsIsNone(String header) {
        FileOutline outline = look("\n  \n" + (header.equals(";;") ? ";;\nx;y" : header) + "\n1;2;3\n");
        assertThat(outline.isHeaded()).isTrue();
        assertThat(outline.rows()).isEqualTo(1);
        assertThat(outline.columns().get(0).name()).isEqualTo(header.equals(";;") ? "x" : header.split(";")[0]);
        if (!header.equals(";;")) {
            assertThat(look("sep=;\n" + header + "\n1;2;3\n").columns())
                    .isEqualTo(look(header + "\n1;2;3\n").columns());
        }
    }

    @Test
    void rowsThatAreNumberedOrDatedAreNotPeople() {
        assertThat(guess(look("1;Tokyo;JP;37400068\n2;Delhi;IN;28514000\n3;Cairo;EG;20076000\n")))
                .isEqualTo("- name countryCode population");
        assertThat(guess(look("a;b;c;d\nTokyo;JP;2020;37400068\nDelhi;IN;2019;28514000\n")))
                .isEqualTo("name countryCode - population");
        assertThat(guess(look("a;b;c;d\nTokyo;JP;40;37400068\nDelhi;IN;216;28514000\n")))
                .isEqualTo("name countryCode - -");
        assertThat(guess(look("a;b;c\nA;France;5\nB;Atlantide;7\nC;Suisse;9\nD;Italie;4\n")))
                .isEqualTo("name countryCode population");
        assertThat(guess(look("a;b;c\nLos Angeles;CA;5\nDenver;CO;7\nBoise;ID;9\nMesa;AZ;4\nDallas;TX;1\n")))
                .isEqualTo("name - population");
        assertThat(guess(look("Ort;Land;PLZ\nBerlin;DE;10115\nBonn;DE;53111\n")))
                .isEqualTo("name countryCode -");
    }

    @Test
    void peopleKnowBetterWhetherTheFirstLineIsARow() {
        List<DraftRow> rows = rows("Bern;CH;many\nLyon;FR;7\n", false, "name", "countryCode", "population");
        assertThat(rows).extracting(DraftRow::line).containsExactly(1L, 2L);
        assertThat(rows.get(0).source().column("population")).isEqualTo("#3");
        assertThat(rows("5;x\n7;y\n", true, "population", "name"))
                .singleElement()
                .satisfies(row -> assertThat(row.source().column("name")).isEqualTo("x"));
    }

    private static final String PARIS =
            "2988507\tParis\tParis\tLutetia,Parigi, Paname\t48.85341\t2.3488\tP\tPPLC\tFR\t\t11"
                    + "\t75\t751\t75056\t2138551\t\t42\tEurope/Paris\t2024-06-20\n";

    @Test
    void aDumpOfGeoNamesIsReadAsItIs() {
        String dump = PARIS.replace("\tFR\t", "\tID\t")
                + PARIS.replace("Parigi", "\"Parigi").replace("\tParis", "\t\"Paris");
        FileOutline outline = look(dump);
        assertThat(outline.rows()).isEqualTo(2);
        assertThat(guess(outline))
                .isEqualTo("geonameId name - otherNames latitude longitude - - countryCode - adminCode - - -"
                        + " population - - timezone -");
        String[] fields =
                outline.columns().stream().map(FileOutline.Column::field).toArray(String[]::new);
        DraftRow row = rows(dump, fields).get(0);
        assertThat(row.line()).isEqualTo(1);
        assertThat(row.faults()).isEmpty();
        assertThat(row.draft().otherNames()).containsExactly("Lutetia", "Parigi", "Paname");
        assertThat(row.draft().geonameId()).isEqualTo(new BigDecimal(2_988_507));
        assertThat(row.source().cells())
                .containsExactly(
                        "2988507",
                        "Paris",
                        "Lutetia|Parigi|Paname",
                        "48.85341",
                        "2.3488",
                        "ID",
                        "11",
                        "2138551",
                        "Europe/Paris");
        assertThat(rows(dump, true, fields).get(0).draft().otherNames())
                .containsExactly("Lutetia", "\"Parigi", "Paname");
        DraftRow quoted = rows(dump, fields).get(1);
        assertThat(quoted.draft().name()).isEqualTo("\"Paris");
        assertThat(quoted.draft().otherNames()).containsExactly("Lutetia", "\"Parigi", "Paname");
    }

    @Test
    void aDumpOfGeoNamesMayHaveTheNamesOfItsColumns() {
        String named = "geonameid\tname\tasciiname\talternatenames\tlatitude\tlongitude\tfeature class\tfeature code"
                + "\tcountry code\tcc2\tadmin1 code\tadmin2 code\tadmin3 code\tadmin4 code\tpopulation\televation\tdem"
                + "\ttimezone\tmodification date\n" + PARIS.replace("Lutetia,", "\"Lutetia\",");
        FileOutline outline = look(named);
        assertThat(outline.isHeaded()).isTrue();
        assertThat(outline.columns().get(3).values()).containsExactly("\"Lutetia\",Parigi, Paname");
    }

    @Test
    void anUnclosedQuoteIsToldAsSuch() {
        assertThatThrownBy(() -> look("\"Lyon;FR;5\nBern;CH;7\n"))
                .isInstanceOfSatisfying(
                        BrokenFile.class,
                        broken -> assertThat(broken.faults().get(0).fault()).isEqualTo(Fault.UNCLOSED));
    }

    @ParameterizedTest
    @CsvSource({"'name,countryCode,population\n\"A,FR,1\nB,FR,2\n', 2", "'name;pays\nLyon;FR\n\"Bern;CH\nBâle;CH', 3"})
    void anUnclosedQuoteBelowTheNamesIsToldWithTheLineOfItsRow(String file, long line) {
        assertThatThrownBy(() -> look(file.replace("\\n", "\n"))).isInstanceOfSatisfying(BrokenFile.class, broken -> {
            assertThat(broken.faults().get(0).fault()).isEqualTo(Fault.UNCLOSED);
            assertThat(broken.faults().get(0).line()).isEqualTo(line);
        });
    }

    /** What programs write is 850, what people write 850,000: where nobody has said which, it is neither. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "850000 | 850000 | 850000",
                "5.0 | 5 | 5",
                "+5 | 5 | 5",
                "850.000 | TYPE | 850000",
                "522969.000 | 522969 | TYPE",
                "'1,5' | TYPE | TYPE",
                "1e5 | 100000 | TYPE",
                "'' | | "
            })
    void aNumberIsTheSameAtEachDoorOrNone(String text, String byProgram, String byPerson) {
        String file = "name;countryCode;population\nBern;CH;" + text + "\n";
        ImportOrder order = new ImportOrder(ImportFormat.CSV, ImportMode.INSERT, OnError.ABORT, false, false);
        DraftRow plain = new FileReader()
                .open(new ByteArrayInputStream(file.getBytes(UTF_8)), order, MAX)
                .next();
        DraftRow matched = rows(file, true, "name", "countryCode", "population").get(0);
        assertThat(told(plain, "population", plain.draft().population())).isEqualTo(byProgram);
        assertThat(told(matched, "population", matched.draft().population())).isEqualTo(byPerson);
    }

    @Test
    void otherNamesStandWithBarsOrAtGeoNamesWithCommas() {
        assertThat(others("autres noms", "Lutetia, Paname|Parigi")).containsExactly("Lutetia, Paname", "Parigi");
        assertThat(others("autres noms", "Washington, D.C.")).containsExactly("Washington, D.C.");
        assertThat(others("alternatenames", "Lutetia,Parigi")).containsExactly("Lutetia", "Parigi");
        assertThat(others("alternatenames", "Lutetia|Parigi, F")).containsExactly("Lutetia", "Parigi, F");
    }

    private static List<String> others(String column, String text) {
        List<String> csv = rows(column + ";x\n" + text + ";5\n", "otherNames", "")
                .get(0)
                .draft()
                .otherNames();
        assertThat(rows("{\"%s\":\"%s\"}".formatted(column, text), "otherNames")
                        .get(0)
                        .draft()
                        .otherNames())
                .isEqualTo(csv);
        return csv;
    }

    @Test
    void rowsWithoutALineOfNamesAreTold() {
        List<DraftRow> rows = rows("Lyon;1 007\n\nBern;many\n", "name", "population");
        assertThat(rows).extracting(DraftRow::line).containsExactly(1L, 3L);
        assertThat(rows.get(0).draft().name()).isEqualTo("Lyon");
        assertThat(rows.get(0).source().cells()).containsExactly("Lyon", "1007");
        assertThat(rows.get(1).faults().get(0).fault()).isEqualTo(Fault.TYPE);
        assertThat(rows.get(1).source().column("population")).isEqualTo("#2");
        assertThat(rows.get(1).source().cells()).containsExactly("Bern", "many");
    }

    @Test
    void columnsOfASpreadsheetWithoutANameNeedNoCells() {
        List<DraftRow> rows = rows("ville;pop;;\nLyon;7\nBern;5;;;\nNice;3;;x;y\n", "name", "population", "", "");
        assertThat(rows.get(0).faults()).isEmpty();
        assertThat(rows.get(1).faults()).isEmpty();
        assertThat(rows.get(2).faults().get(0).fault()).isEqualTo(Fault.CELLS);
        List<DraftRow> nameless = rows("Lyon;FR;522969;;\n ; ;\nGap;FR;40631\n", "name", "", "population", "", "");
        assertThat(nameless)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.faults()).isEmpty());
    }

    /** What is looked for in a long cell takes no longer than to read it. */
    @Test
    void aLongFirstLineIsJudgedAtOnce() {
        String marks = "\u0301\u0316".repeat(120_000);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> look("5," + marks + ",x\n6,y,z\n"));
        String names = ("\u0301\u0316".repeat(490) + ";").repeat(500);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> look(names + "\n5\n"));
        String country = "name,countryCode,population\n" + ("A," + marks + ",5\n").repeat(2);
        ImportOrder order = new ImportOrder(ImportFormat.CSV, ImportMode.INSERT, OnError.ABORT, false, false);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> new FileReader()
                        .open(new ByteArrayInputStream(country.getBytes(UTF_8)), order, MAX)
                        .forEachRemaining(row -> row.draft().countryCode()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "522 969 | 522969 | 45,75 | 45.75",
                "522\u202f969 | 522969 | \u221233,87° | -33.87",
                "1,234,567 | 1234567 | 7 | 7",
                "\u00a0 | | \u00a0 | ",
                "1.2 | 1.2 | 1e1 | TYPE",
                "5e-05 | TYPE | -5.5E-05 | -0.000055",
                "850.000 | 850000 | 850.000 | 850",
                "2.000 | 2000 | 2,000 | 2",
                "12 34 | TYPE | 48°51 | TYPE",
            })
    void numbersOfPeopleAreReadAsTheyWriteThem(String population, String whole, String latitude, String degrees) {
        String row = population + ";" + latitude;
        String object = "{\"p\":\"%s\",\"l\":\"%s\"}".formatted((Object[]) row.split(";", -1));
        for (DraftRow read : List.of(
                rows("ville;lat\n" + row + "\n", "population", "latitude").get(0),
                rows(object, "population", "latitude").get(0))) {
            assertThat(told(read, "population", read.draft().population())).isEqualTo(whole);
            assertThat(told(read, "latitude", read.draft().latitude())).isEqualTo(degrees);
        }
    }

    private static String told(DraftRow row, String field, BigDecimal number) {
        return row.faults().stream()
                .filter(fault -> fault.field().equals(field))
                .map(fault -> fault.fault().name())
                .findFirst()
                .orElse(number == null ? null : number.stripTrailingZeros().toPlainString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e20000000", "1e999999999", "8.4"})
    void aNumberThatIsNoCodeIsRefusedAsItIs(String number) {
        DraftRow row = rows("[{\"region\":" + number + "}]", "adminCode").get(0);
        assertThat(row.faults().get(0).fault()).isEqualTo(Fault.TYPE);
        String cell = Objects.requireNonNull(row.source().cells().get(JsonRow.COLUMNS.indexOf("adminCode")));
        assertThat(new BigDecimal(cell)).isEqualByComparingTo(number);
        assertThat(cell).hasSizeLessThan(20);
    }

    @Test
    void membersOfOtherProgramsAreUnderstood() {
        String object = "{\"ville\":\"Lyon\",\"region\":84.0,\"autres\":[\"Lugdunum\",\"Lion\"],\"gid\":\"7\"}";
        DraftRow row =
                rows(object, "name", "adminCode", "otherNames", "geonameId").get(0);
        assertThat(row.faults()).isEmpty();
        assertThat(row.draft().adminCode()).isEqualTo("84");
        assertThat(row.draft().otherNames()).containsExactly("Lugdunum", "Lion");
        assertThat(row.draft().geonameId()).isEqualTo(new BigDecimal(7));
        assertThat(rows("{\"pop\":1e+05}", "population").get(0).source().value("population"))
                .isEqualTo("100000");
        assertThat(rows("{\"autres\":\"Lugdunum|Lion\"}", "otherNames")
                        .get(0)
                        .draft()
                        .otherNames())
                .containsExactly("Lugdunum", "Lion");
    }

    @ParameterizedTest
    @CsvSource({
        "France, name countryCode country",
        "'{\"\"id\"\":3}', name countryCode -",
        "33, name countryCode -",
        "'', name countryCode -"
    })
    void aCountryBesideACodeIsComparedWhereItIsOne(String country, String fields) {
        for (String name : new String[] {"country", "Pays"}) {
            String csv = "name,countryCode," + name + "\nLyon,FR,\"" + country + "\"\n";
            assertThat(guess(look(csv))).isEqualTo(fields);
        }
        String json = country.isEmpty() ? "null" : country.replace("\"\"", "\"").replace("France", "\"France\"");
        assertThat(guess(look("[{\"name\":\"Lyon\",\"countryCode\":\"FR\",\"country\":" + json + "}]")))
                .isEqualTo(fields);
    }

    @Test
    void anIdIsANumber() {
        assertThat(guess(look("id,name,countryCode\n7,x,FR\n"))).isEqualTo("id name countryCode");
        assertThat(guess(look("id,name,pays\n7,x,FR\n"))).doesNotContain("id ");
        assertThat(guess(look("id,name\nnode/7,x\n"))).isEqualTo("- name");
    }

    @Test
    void rowsAndFirstValuesAreTold() {
        FileOutline outline = look("\uFEFFa,,a\n'=1,,\n2,,\n\n3,,x\n4,,\n5,,\n6,,\n" + "7,,\n".repeat(100));
        assertThat(outline.format()).isEqualTo(ImportFormat.CSV);
        assertThat(outline.rows()).isEqualTo(106);
        assertThat(outline.columns()).extracting(FileOutline.Column::name).containsExactly("a", "", "a");
        assertThat(outline.columns().get(0).values()).containsExactly("=1", "2", "3", "4", "5");
        assertThat(outline.columns().get(1).values()).isEmpty();
        assertThat(outline.columns().get(2).values()).containsExactly("x");
    }

    @Test
    void membersAreThoseOfAllObjects() {
        FileOutline outline = look(
                packed("{\"a\":1}\nnot json\n{\"b\":[\"x\",\"y|z\"],\"a\":{\"c\":1},\"d\":null}\n".getBytes(UTF_8)));
        assertThat(outline.format()).isEqualTo(ImportFormat.NDJSON);
        assertThat(outline.rows()).isEqualTo(3);
        assertThat(outline.columns())
                .containsExactly(
                        new FileOutline.Column("a", "", List.of("1", "{…}")),
                        new FileOutline.Column("b", "name", List.of("x|y\\|z")),
                        new FileOutline.Column("d", "", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"a\":1}] | JSON",
                "{\"a\":1}{\"a\":2} | NDJSON",
                "{\"a\":1}\\n{\"a\":2} | NDJSON",
                "{\\n\"a\":1}\\n{\"a\":2} | JSON",
                "{\"type\":\"FeatureCollection\",\"x\":{},\"features\":[{\"type\":\"Feature\",\"id\":5,\"geometry\":null}]} | GEOJSON",
                "{\"features\":[{\"type\":\"Feature\",\"id\":5,\"geometry\":null}]} | GEOJSON",
                "a\\tb\\n1\\t2 | CSV"
            })
    void theContentTellsTheFormat(String text, ImportFormat format) {
        if (text.equals("{\"a\":1}{\"a\":2}")) {
            assertThatThrownBy(() -> look(text)).isInstanceOf(BrokenFile.class);
            return;
        }
        assertThat(look("\uFEFF " + text.replace("\\n", "\n").replace("\\t", "\t"))
                        .format())
                .isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | NO_HEADER",
                "name | NO_ROWS",
                "[] | NO_ROWS",
                "[{}] | NO_ROWS",
                "[{\"a\":1} | MALFORMED",
                "[{\"a\":1}]x | MALFORMED",
                "{x | MALFORMED",
                "[5] | TYPE",
                "%PDF-1.4 | NO_TEXT",
                "{\"features\":[{\"geometry\":null}]} | NO_FEATURE"
            })
    void whatHoldsNoCitiesIsToldAtOnce(String text, Fault fault) {
        assertThatThrownBy(() -> look(text))
                .isInstanceOfSatisfying(
                        BrokenFile.class,
                        broken -> assertThat(broken.faults().get(0).fault()).isEqualTo(fault));
    }

    @Test
    void whatIsNoUtf8TooLargeOrTooWideIsTold() {
        assertThatThrownBy(() -> look("a\nb\n\u00e9".getBytes(ISO_8859_1)))
                .isInstanceOfSatisfying(
                        BrokenFile.class,
                        broken -> assertThat(broken.faults().get(0).line()).isEqualTo(3));
        assertThatThrownBy(() -> look(packed("a\nxxxxxxxxx\n".repeat(100_000).getBytes(UTF_8))))
                .isInstanceOf(BrokenFile.class);
        assertThat(look("n".repeat(1_001) + "\nx").isHeaded())
                .as("no name is so long")
                .isFalse();
        StringBuilder wide = new StringBuilder("{");
        for (int i = 0; i <= 1_000; i++) {
            wide.append(i == 0 ? "" : ",").append("\"m").append(i).append("\":1");
        }
        assertThatThrownBy(() -> look(wide + "}")).isInstanceOf(BrokenFile.class);
    }

    @Test
    void matchedColumnsAreReadAndTheOthersLeftOut() {
        List<DraftRow> rows = rows("name;name;x\n\nA;Lyon;7\nB;Bern;z\nC;D\n", "", "name", "population");
        assertThat(rows.get(0).draft().name()).isEqualTo("Lyon");
        assertThat(rows.get(0).draft().population()).isEqualTo(new BigDecimal(7));
        assertThat(rows.get(0).given()).containsExactlyInAnyOrder("name", "population");
        assertThat(rows.get(0).line()).isEqualTo(3);
        assertThat(rows.get(0).source().cells()).containsExactly("Lyon", "7");
        assertThat(rows.get(0).source().column("population")).isEqualTo("x");
        assertThat(rows.get(1).faults().get(0).fault()).isEqualTo(Fault.TYPE);
        assertThat(rows.get(2).faults().get(0).details()).isEqualTo(Map.of("cells", 2, "columns", 3));
        assertThat(rows.get(2).source().cells()).containsExactly("D", "", "C,D");
        assertThat(rows(";b\nLyon;5", "name", "").get(0).source().column("name"))
                .isEqualTo("#1");
    }

    @Test
    void matchedMembersAreReadAndTheOthersLeftOut() {
        String text = "[{\"ville\":\"Lyon\",\"name\":5,\"pop\":7},\n5,{\"ville\":8}]";
        List<DraftRow> rows = rows(text, "name", "", "population");
        assertThat(rows.get(0).draft().name()).isEqualTo("Lyon");
        assertThat(rows.get(0).faults()).isEmpty();
        assertThat(rows.get(1).isBroken()).isTrue();
        assertThat(rows.get(1).line()).isEqualTo(2);
        assertThat(rows.get(2).source().column("name")).isEqualTo("ville");
        assertThat(rows.get(2).faults().get(0).fault()).isEqualTo(Fault.TYPE);
    }

    @Test
    void aMatchedFeatureHasItsPlaceFromItsGeometry() {
        String text = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":9,\"geometry\":"
                + "{\"type\":\"Point\",\"coordinates\":[2,48]},\"properties\":{\"latitude\":\"north\",\"nom\":\"Lyon\"}}]}";
        assertThat(guess(look(text))).isEqualTo("- name -");
        DraftRow row = rows(text, "", "name", "id").get(0);
        assertThat(row.faults()).isEmpty();
        assertThat(row.draft().latitude()).isEqualTo(new BigDecimal(48));
        assertThat(row.draft().name()).isEqualTo("Lyon");
        assertThat(row.id()).isEqualTo(new BigDecimal(9));
        assertThat(row.source().cells()).hasSize(11).contains("Lyon", "48", "2", "9");
    }

    @Test
    void refusedRowsOfJsonComeBackWithoutWhatTheyLeftOut() {
        String file =
                "id,name,countryCode,population,leftOut,line,reason\n7,,,5,name|countryCode,1,some\n8,B,,x,population,2,some\n";
        assertThat(guess(look(file))).isEqualTo("id name countryCode population - - -");
        List<DraftRow> rows = rows(file, "id", "name", "countryCode", "population", "", "", "");
        assertThat(rows.get(0).given()).containsExactlyInAnyOrder("population");
        assertThat(rows.get(1).given()).containsExactlyInAnyOrder("name", "countryCode", "population");
        assertThat(rows.get(1).source().cells()).containsExactly("8", "B", "", "x", "population");
    }

    @Test
    void refusedRowsComeBackWithWhatStandsInNoColumn() {
        String file = "name,countryCode,population,Unread,leftOut,line,reason\n"
                + "A,FR,1,\"{\"\"foo\"\":1}\",id,1,some\nB,FR,1,,id,2,some\nC,FR,1,x,id,3,some,y\n";
        assertThat(guess(look(file))).isEqualTo("name countryCode population - - - -");
        List<DraftRow> rows = rows(file, "name", "countryCode", "population", "", "", "", "");
        assertThat(rows.get(0).faults().get(0).fault()).isEqualTo(Fault.UNREAD);
        assertThat(rows.get(0).source().column("unread")).isEqualTo("Unread");
        assertThat(rows.get(0).source().cells()).containsExactly("A", "FR", "1", "{\"foo\":1}", "id");
        assertThat(rows.get(1).faults()).isEmpty();
        assertThat(rows.get(2).source().cells()).containsExactly("C", "FR", "1", "x,y", "id");
        assertThat(rows(file, "name", "countryCode", "population", "adminCode", "", "", "")
                        .get(0)
                        .faults())
                .as("somebody has said that it means something")
                .isEmpty();
    }

    @Test
    void whatWasLeftOutStandsInNoColumnOfRefusedRowsUnlessTheyAreRefusedForIt() {
        String text =
                "[{\"ville\":\"Lyon\",\"x\":{\"a\":1},\"pop\":\"many\"},\n5,{\"ville\":\"B\",\"x\":1, \"x\": [2]}]";
        List<DraftRow> rows = rows(text, "name", "", "population");
        assertThat(rows.get(0).faults().get(0).fault()).isEqualTo(Fault.TYPE);
        assertThat(rows.get(0).source().cells()).hasSize(11);
        assertThat(rows.get(1).source().cells()).hasSize(12).endsWith("5");
        assertThat(rows.get(2).faults().get(0).fault()).isEqualTo(Fault.REPEATED);
        assertThat(rows.get(2).source().cells()).hasSize(12).endsWith("{\"x\":1,\"x\": [2]}");
    }
}
