package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityapi.web.formats.FileFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is judged before anything is opened. */
class CommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Locale language, String... arguments) {
        return new Commands(Printer.of(out, err, StandardCharsets.UTF_8, language, false)).run(arguments);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve | There is no command serve.",
                "--bogus | There is no option --bogus.",
                "export --bogus=sesame | There is no option --bogus.",
                "import | The file to import is needed",
                "import pom.xml | say --format csv, ndjson, geojson or json.",
                "import cities.csv --mode replace | --mode: \"replace\" is none of insert, upsert",
                "import cities.csv --on-error | The option --on-error has no value.",
                "import cities.csv --dry-run=perhaps | The option --dry-run does not take such a value.",
                "import cities.csv more.csv | One file at a time is taken.",
                "import cities.csv - | One file at a time is taken.",
                "import cities.csv --bogus more.csv | There is no option --bogus.",
                "import a.csv --mode insert --mode upsert | The option --mode is given more than once.",
                "export --format xml | --format: \"xml\" is none of csv, ndjson, geojson, json",
                "export --country FR --country Atlantis | --country: no country is called \"Atlantis\"",
                "export --country FR,XX | --country: no country is called \"XX\"",
                "export --min-population many | --min-population: must be of type integer",
                "export --bbox 1,2 | --bbox: must look like west,south,east,north",
                "export --near -91,-10 | --near: must lie between -90 and 90",
                "export --radius-km 7 | --radius-km: is required together with --near",
                "export --sort -size | --sort: \"-size\" is none of",
                "export postgres://me:sesame@h/d | takes only options; --output names the file.",
                "export --output cities | ends with no format of exports; say --format csv, ndjson, geojson or json.",
                "export --output csv | ends with no format",
                "export --output cities.csv/cities | ends with no format",
                "export --output cities.tsv | ends with no format",
                "export --output cities.gz | ends with no format",
                "export --output cities.csv.zip | ends with no format",
                "export --q Z\uFFFD\uFFFDrich | LANG or LC_ALL has to name one with UTF-8",
                "migrate --to mysql://me:sesame@h | The value of --to must be like",
                "migrate postgres://me:sesame@h/d | --from and --to name the databases.",
                "help bogus | There is no command bogus.",
                "help postgres://me:sesame@h/d | There is no command of that kind."
            })
    void wrongArgumentsAreNamed(String arguments, String reason) {
        assertThat(run(Locale.ENGLISH, arguments.split(" "))).isEqualTo(2);
        assertThat(err().lines()).as(err()).singleElement().asString().contains(reason);
        assertThat(err()).doesNotContain("sesame");
        assertThat(out.size()).isZero();
    }

    @Test
    void eachFaultHasItsLine() {
        assertThat(run(Locale.ENGLISH, "export", "--min-population", "-1", "--sort", "size"))
                .isEqualTo(2);
        assertThat(err().lines()).as(err()).hasSize(2);
    }

    @Test
    void aFileThatIsNotThereIsToldBeforeItsFormat() {
        assertThat(run(Locale.ENGLISH, "import", "none.txt")).isEqualTo(1);
        assertThat(err()).isEqualTo("City API cannot import: There is no file none.txt\n");
        err.reset();
        assertThat(run(Locale.ENGLISH, "import", "src")).isEqualTo(1);
        assertThat(err()).isEqualTo("City API cannot import: src is a folder\n");
    }

    @Test
    void noArgumentSteersTheTerminal() {
        assertThat(run(Locale.ENGLISH, "import", "e\u001b[31mvil.csv")).isEqualTo(1);
        assertThat(run(Locale.ENGLISH, "export", "--sort", "\u202ename\nnext")).isEqualTo(2);
        assertThat(err().lines())
                .hasSize(2)
                .noneMatch(line -> line.contains("\u001b") || line.contains("\u202e"))
                .allMatch(line -> line.contains("\uFFFD"));
    }

    @ParameterizedTest
    @CsvSource({
        "cities.csv, CSV, false",
        "Cities.CSV.GZ, CSV, true",
        "cities.2026.jsonl, NDJSON, false",
        "cities.ndjson.gz, NDJSON, true",
        "cities.csv/cities.geojson, GEOJSON, false",
        ".json, JSON, false",
        "cities.gz, , true",
        "cities, , false"
    })
    void theNameOfAnOutputTellsItsFormat(Path file, @Nullable FileFormat format, boolean packed) {
        assertThat(OutputName.of(file)).isEqualTo(new OutputName(Optional.ofNullable(format), packed));
    }

    @Test
    void whoSpeaksFrenchIsToldInFrench() {
        assertThat(run(Locale.FRENCH, "export", "--min-population", "-1")).isEqualTo(2);
        assertThat(err()).startsWith("--min-population: doit ");
        err.reset();
        assertThat(run(Locale.FRENCH, "serve")).isEqualTo(2);
        assertThat(err()).isEqualTo("Il n’y a pas de commande serve. Voir « java -jar city-api.jar help ».\n");
    }

    /** As that of a setting is, whose value it may as well be. */
    @Test
    void aFaultOfAnAddressIsEnglish() {
        assertThat(run(Locale.FRENCH, "migrate", "--from", "mysql://h", "--to", "sqlite:a.db"))
                .isEqualTo(2);
        assertThat(err()).startsWith("The value of --from must be like");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqlite:none.db | 1 | Il n’y a pas de registre dans none.db",
                "sqlite:src | 1 | La base de données src est un dossier.",
                "sqlite:pom.xml | 1 | Le fichier pom.xml n’est pas une base de données SQLite.",
                "sqlite:b.db | 2 | Les deux sont la même base de données."
            })
    void whyADatabaseCannotBeUsedIsToldInFrenchAsWell(String from, int code, String reason) {
        assertThat(run(Locale.FRENCH, "migrate", "--from", from, "--to", "sqlite:b.db"))
                .isEqualTo(code);
        assertThat(err()).endsWith(reason + "\n");
        assertThat(err().startsWith("City API ne peut pas déplacer le registre"))
                .isEqualTo(code == 1);
    }

    @Test
    void everyReasonNotToStartHasItsText() throws IOException {
        Pattern reason = Pattern.compile("(?:new CannotStart\\(|refuseIfTaken\\([^\";{]*)\\s*\"([^\"]+)\"");
        assertThat(reason.matcher(code()).results().map(found -> found.group(1)))
                .contains("no.register", "port.taken", "port.taken.http", "port.taken.provider")
                .isSubsetOf(words(Locale.ENGLISH).keySet());
        assertThat(Pattern.compile("new CannotStart\\(\\s*[^\\s\"]")
                        .matcher(code())
                        .results())
                .as("reasons that are no literals, as the one of refuseIfTaken")
                .hasSize(1);
    }

    /** Some are composed, such as {@code "doing." + command}. */
    @Test
    void noTextIsLeftOver() throws IOException {
        String code = code();
        assertThat(words(Locale.ENGLISH).keySet())
                .filteredOn(key -> !key.matches("(usage|city-api|mixinStandardHelpOptions)\\..*"))
                .allMatch(key -> code.contains('"' + key + '"')
                        || (key.contains(".")
                                && code.contains('"' + key.substring(0, key.lastIndexOf('.') + 1) + "\" + ")));
    }

    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path source : sources()) {
            code.append(Files.readString(source));
        }
        return code.toString();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("src/main/java/org/cityapi/bootstrap"))) {
            return all.toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', import", "import, --on-error", "export, --radius-km", "migrate, --from"})
    void helpIsThereForAll(String command, String named) {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            assertThat(run(language, (command + " --help").strip().split(" "))).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains(named)
                    .contains(language.equals(Locale.FRENCH) ? "Utilisation : " : "Usage: ");
            out.reset();
            assertThat(run(language, ("help " + command).strip().split(" "))).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains(named);
        }
        assertThat(run(Locale.ENGLISH, (command + " --version").strip().split(" ")))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("City API ");
        assertThat(err()).isEmpty();
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle english = words(Locale.ENGLISH);
        ResourceBundle french = words(Locale.FRENCH);
        assertThat(french.keySet()).isEqualTo(english.keySet());
        english.keySet().forEach(key -> {
            assertThat(values(french.getString(key))).as(key).isEqualTo(values(english.getString(key)));
            if (!key.equals("usage.parameterListHeading") && !key.equals("usage.optionListHeading")) {
                assertThat(french.getString(key)).as(key).isNotEqualTo(english.getString(key));
            }
        });
    }

    private static ResourceBundle words(Locale language) {
        return Printer.of(
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        StandardCharsets.UTF_8,
                        language,
                        false)
                .words();
    }

    private static String values(String text) {
        return text.replaceAll("[^%]*(%[sdn%])[^%]*|.+", "$1");
    }

    @Test
    void aBarIsDrawnOverItselfAndClearedAway() throws Exception {
        Printer printer = Printer.of(out, err, StandardCharsets.UTF_8, Locale.ENGLISH, true);
        ProgressLine progress = new ProgressLine(printer, "progress.rows");
        Thread.sleep(150);
        progress.show(1, 2, 7);
        progress.end();
        String line = "[" + "#".repeat(15) + ".".repeat(15) + "] 50 %, rows: 7";
        assertThat(err()).isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
    }
}
