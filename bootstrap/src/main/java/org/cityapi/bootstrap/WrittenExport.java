package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cityapi.application.ExportCities;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.web.formats.CitiesText;
import org.cityapi.web.formats.FileFormat;
import org.cityapi.web.v2.ExportForms;
import org.jspecify.annotations.Nullable;

/** One export as it is written. */
final class WrittenExport {

    private final WrittenFile file;
    private final ExportForms forms;
    private final FileFormat format;
    private final ProgressLine progress;
    private final long all;
    private @Nullable CitiesText text;
    private long cities;

    /** @param all how many cities there are to be; 0 when nobody asks */
    WrittenExport(WrittenFile file, ExportForms forms, FileFormat format, ProgressLine progress, long all) {
        this.file = file;
        this.forms = forms;
        this.format = format;
        this.progress = progress;
        this.all = all;
    }

    /** Writes all that is found, and gives the number of cities. */
    long run(ExportCities export, CityQuery query, Locale language) throws IOException {
        try {
            export.export(query, new ExportCities.Receiver() {
                @Override
                public void begin(ExportCities.Moment moment) {
                    text = forms.text(format, language, moment);
                    write(text.beginning());
                }

                @Override
                public void take(List<Hit> stretch) {
                    write(Objects.requireNonNull(text).cities(stretch));
                    cities += stretch.size();
                    progress.show(cities, all, cities);
                }
            });
            write(Objects.requireNonNull(text).end());
            return cities;
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } finally {
            progress.end();
        }
    }

    private void write(byte[] piece) {
        try {
            file.write(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
