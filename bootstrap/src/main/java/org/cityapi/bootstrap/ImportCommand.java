package org.cityapi.bootstrap;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.application.imports.WantedImport;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.OnError;
import org.cityapi.web.ServerSettings;
import org.cityapi.web.http.QueryParameters;
import org.cityapi.web.v2.ImportBody;
import org.cityapi.web.v2.ImportTexts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import FILE}: the cities of a file, on record as an import that can be taken back over HTTP. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Printer printer;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "FILE")
    private @Nullable String file;

    @Option(names = "--mode", paramLabel = "MODE")
    private @Nullable String mode;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--rows")
    private boolean rows;

    @Option(names = "--on-error", paramLabel = "WHAT")
    private @Nullable String onError;

    @Option(names = "--ignore-unknown")
    private boolean ignoreUnknown;

    @Option(names = "--format", paramLabel = "FORMAT")
    private @Nullable String format;

    ImportCommand(Printer printer) {
        this.printer = printer;
    }

    @Override
    public Integer call() {
        if (file == null || file.isEmpty()) {
            throw new BadCommand(printer.word("file.needed"));
        }
        if (rows && !dryRun) {
            throw new BadCommand(printer.word("rows.of.trial"));
        }
        ImportOrder order = order(file);
        // Logs go to the standard output, which is for the result alone.
        System.setOut(System.err);
        try (InputStream content = open(file)) {
            return run(order, content);
        } catch (IOException e) {
            throw new CannotStart("file.broken", printer.reason(e));
        }
    }

    private ImportOrder order(String name) {
        QueryParameters parameters = new GivenOptions()
                .with("mode", mode)
                .with("onError", onError)
                .with("format", format)
                .judged(Set.of());
        Optional<ImportMode> how = oneOf(parameters, "mode", ImportMode.values());
        Optional<OnError> otherwise = oneOf(parameters, "onError", OnError.values());
        Optional<ImportFormat> form = oneOf(parameters, "format", ImportFormat.values());
        GivenOptions.refuseFaulty(parameters, printer.language());
        // Of one that is not there, the name matters little.
        refuseMissing(name);
        return new ImportOrder(
                form.or(() -> ImportBody.ofName(name)).orElseThrow(() -> new BadCommand(printer.word("format.needed"))),
                how.orElse(ImportMode.INSERT),
                otherwise.orElse(OnError.ABORT),
                dryRun,
                ignoreUnknown);
    }

    private static <T extends Enum<T>> Optional<T> oneOf(QueryParameters parameters, String name, T[] values) {
        List<String> labels = Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        return parameters.oneOf(name, labels).map(label -> values[labels.indexOf(label)]);
    }

    private void refuseMissing(String name) {
        if (name.equals(STANDARD_INPUT)) {
            return;
        }
        Path path = path(name);
        if (Files.notExists(path)) {
            throw new CannotStart("file.none", name);
        } else if (Files.isDirectory(path)) {
            throw new CannotStart("file.folder", name);
        }
    }

    /** Before the database is, which would be made for nothing. */
    private InputStream open(String name) {
        try {
            return name.equals(STANDARD_INPUT)
                    ? new FileInputStream(FileDescriptor.in)
                    : Files.newInputStream(path(name));
        } catch (IOException e) {
            throw new CannotStart("file.unreadable", name, printer.reason(e));
        }
    }

    /** Some systems have names that no file can have. */
    private Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new CannotStart("file.none", name);
        }
    }

    private int run(ImportOrder order, InputStream content) throws IOException {
        SettingsReader settings = OpenStore.settings(System.getenv());
        Map<String, Object> most = ServerSettings.importing(settings.importBytes());
        try (OpenStore store = OpenStore.open(settings.database(), most)) {
            WatchedImport watched = new WatchedImport(store, printer);
            try {
                ImportJob job = watched.run(() -> new WantedImport(order, content));
                ImportReport report = new ImportReport(printer, store.part(ImportTexts.class), rows);
                if (rows) {
                    report.tellRows(job, store.part(ImportCities.class));
                }
                return report.tell(job, watched.wasInterrupted());
            } finally {
                watched.end();
            }
        }
    }
}
