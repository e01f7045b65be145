package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.RowOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Printer printer(OutputStream out, Locale language) {
        return Printer.of(out, err, StandardCharsets.UTF_8, language, false);
    }

    private Printer printer(Locale language) {
        return printer(OutputStream.nullOutputStream(), language);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** An output that is full, or whose reader is gone. */
    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "fr_FR.UTF-8, , , fr",
        ", fr, en_US.UTF-8, fr",
        "C, fr_FR, fr_FR, en",
        "'', '', fr_CA@euro, fr",
        "friulian, , , en",
        ", , , en"
    })
    void theLanguageIsThatOfTheEnvironment(String all, String messages, String lang, String language) {
        Map<String, String> environment = new HashMap<>();
        environment.put("LC_ALL", all);
        environment.put("LC_MESSAGES", messages);
        environment.put("LANG", lang);
        environment.values().removeIf(Objects::isNull);
        assertThat(Printer.language(environment)).isEqualTo(Locale.forLanguageTag(language));
    }

    @Test
    void noValueSteersTheTerminal() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printer printer = printer(out, Locale.ENGLISH);
        printer.result("a\u001b[2Jb\rc");
        printer.tell("\u061C\u200E\u200F\u202A\u202E\u2066\u2069 \u00A0\u05D0\u0301");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\uFFFD[2Jb\uFFFDc\n");
        assertThat(err()).isEqualTo("\uFFFD".repeat(7) + " \u00A0\u05D0\u0301\n");
    }

    @Test
    void whyAFileFailsIsSaidInWords(@TempDir Path folder) throws Exception {
        IOException missing = new NoSuchFileException("out.csv");
        assertThat(printer(Locale.ENGLISH).reason(missing)).isEqualTo("there is no such file or folder");
        assertThat(printer(Locale.FRENCH).reason(missing)).isEqualTo("il n’y a ni fichier ni dossier de ce nom");
        IOException full = new IOException("No space left on device");
        assertThat(printer(Locale.FRENCH).reason(full)).isEqualTo("il n’y a plus de place");
        assertThatIOException()
                .isThrownBy(() -> Files.newOutputStream(folder))
                .satisfies(itself ->
                        assertThat(printer(Locale.ENGLISH).reason(itself)).isEqualTo("it is a folder"));
        Path file = Files.createFile(folder.resolve("file"));
        assertThatIOException()
                .isThrownBy(() -> Files.newInputStream(file.resolve("in")))
                .satisfies(
                        none -> assertThat(printer(Locale.ENGLISH).reason(none)).isEqualTo("it is not a folder"));
        assertThat(printer(Locale.ENGLISH).reason(new IOException("Quota exceeded")))
                .isEqualTo("Quota exceeded");
        assertThat(printer(Locale.ENGLISH).reason(new IOException())).isEqualTo("the system does not say why");
    }

    @Test
    void anOutputThatCannotBeWrittenIsAFailure() {
        Commands full = new Commands(printer(failing("No space left on device"), Locale.ENGLISH));
        assertThat(full.run("help")).isEqualTo(1);
        assertThat(err()).isEqualTo("The output cannot be written: there is no space left\n");
        err.reset();
        assertThat(new Commands(printer(failing("Broken pipe"), Locale.ENGLISH)).run("help"))
                .isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void rowsThatAreNotToldAreCounted() {
        ToldRows told = new ToldRows();
        told.add(RowOutcome.INSERTED);
        told.add(RowOutcome.UPDATED);
        told.add(RowOutcome.UPDATED);
        assertThat(told.left(new ImportCounts(9, 3, 1, 2, 0, 0), printer(Locale.ENGLISH)))
                .isEmpty();
        // What is lost amid a file may have been told of already.
        assertThat(told.left(ImportCounts.NONE, printer(Locale.ENGLISH))).isEmpty();
        assertThat(told.left(new ImportCounts(9, 12, 1, 4, 7, 0), printer(Locale.ENGLISH)))
                .contains("Rows that are not told: new: 0, changed: 2, unchanged: 7, refused: 0");
    }
}
