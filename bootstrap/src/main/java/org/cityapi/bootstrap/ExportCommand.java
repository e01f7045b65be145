package org.cityapi.bootstrap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cityapi.application.ExportCities;
import org.cityapi.application.FindCities;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.web.formats.FileFormat;
import org.cityapi.web.http.QueryParameters;
import org.cityapi.web.v2.ExportForms;
import org.cityapi.web.v2.WantedCities;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}: cities to a file, or to the standard output. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

    private final Printer printer;

    @Option(names = "--format", paramLabel = "FORMAT")
    private @Nullable String format;

    @Option(names = "--output", paramLabel = "FILE")
    private @Nullable Path output;

    @Option(names = "--country", paramLabel = "FR")
    private List<String> countries = List.of();

    @Option(names = "--q", paramLabel = "TEXT")
    private @Nullable String text;

    @Option(names = "--min-population", paramLabel = "N")
    private @Nullable String minPopulation;

    @Option(names = "--max-population", paramLabel = "N")
    private @Nullable String maxPopulation;

    @Option(names = "--bbox", paramLabel = "W,S,E,N")
    private @Nullable String box;

    @Option(names = "--near", paramLabel = "LAT,LON")
    private @Nullable String near;

    @Option(names = "--radius-km", paramLabel = "N")
    private @Nullable String radiusKm;

    @Option(names = "--has-coordinates", paramLabel = "true|false")
    private @Nullable String hasCoordinates;

    @Option(names = "--sort", paramLabel = "FIELD")
    private @Nullable String sort;

    ExportCommand(Printer printer) {
        this.printer = printer;
    }

    @Override
    public Integer call() {
        QueryParameters parameters = new GivenOptions()
                .with("format", format)
                .with("country", countries)
                .with("q", text)
                .with("minPopulation", minPopulation)
                .with("maxPopulation", maxPopulation)
                .with("bbox", box)
                .with("near", near)
                .with("radiusKm", radiusKm)
                .with("hasCoordinates", hasCoordinates)
                .with("sort", sort)
                .judged(WantedCities.REPEATABLE);
        Optional<FileFormat> wanted =
                parameters.oneOf("format", FileFormat.labels()).flatMap(FileFormat::labelled);
        CityQuery query = WantedCities.query(parameters);
        GivenOptions.refuseFaulty(parameters, printer.language());
        FileFormat form =
                wanted.or(this::formatOfOutput).orElseThrow(() -> new BadCommand(printer.word("format.needed.export")));
        // Logs go to the standard output, which is for the cities alone.
        System.setOut(System.err);
        Database database = OpenStore.settings(System.getenv()).database();
        if (database.isMissing()) {
            throw new CannotStart("no.register", database);
        }
        try (OpenStore store = OpenStore.open(database, Map.of())) {
            return write(store, query, form);
        }
    }

    private Optional<FileFormat> formatOfOutput() {
        return output == null
                ? Optional.of(FileFormat.CSV)
                : OutputName.of(output).format();
    }

    private WrittenFile open() throws IOException {
        return output == null
                ? WrittenFile.of(new FileOutputStream(FileDescriptor.out))
                : WrittenFile.at(output, OutputName.of(output).isPacked());
    }

    private int write(OpenStore store, CityQuery query, FileFormat form) {
        // Only somebody who watches is worth a count.
        long all = printer.isTerminal() ? store.part(FindCities.class).count(query) : 0;
        try (WrittenFile file = open()) {
            WrittenExport export = new WrittenExport(
                    file, store.part(ExportForms.class), form, new ProgressLine(printer, "progress.cities"), all);
            long cities = export.run(store.part(ExportCities.class), query, printer.language());
            file.finish();
            printer.tell(printer.word("export.done", cities));
            return 0;
        } catch (IOException e) {
            if (output == null && new FileFailure(e).isReaderGone()) {
                return 0;
            }
            throw output == null
                    ? new CannotStart("output.unwritable", printer.reason(e))
                    : new CannotStart("file.unwritable", output, printer.reason(e));
        }
    }
}
