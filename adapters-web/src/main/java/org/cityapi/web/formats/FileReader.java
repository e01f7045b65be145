package org.cityapi.web.formats;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipException;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.ColumnMatch;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;

/** Reads cities from files. */
@Singleton
final class FileReader implements CityFiles {

    @Override
    public DraftRows open(InputStream content, ImportOrder order, long maxBytes) {
        ColumnMatch match = order.match();
        Naming naming = match == null ? new OwnNames(order.ignoreUnknown()) : new MatchedNames(match);
        return rows(new StrictUtf8(unpacked(content, maxBytes)), order.format(), naming);
    }

    private static DraftRows rows(Reader text, ImportFormat format, Naming naming) {
        return switch (format) {
            case CSV -> new CsvRows(text, naming);
            case NDJSON -> new NdjsonRows(text, naming);
            case GEOJSON -> new GeoJsonRows(text, naming);
            case JSON -> new JsonRows(text, naming);
        };
    }

    @Override
    public FileOutline look(InputStream content, long maxBytes) {
        BufferedReader text =
                new BufferedReader(new StrictUtf8(FileKind.text(unpacked(content, maxBytes))), FileKind.AHEAD);
        try {
            ImportFormat format = FileKind.of(text);
            return FileLook.at(rows -> rows(text, format, rows), format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream unpacked(InputStream content, long maxBytes) {
        try {
            return Unpacked.of(content, maxBytes);
        } catch (ZipException | EOFException e) {
            throw new BrokenFile(RowFault.of(1, Fault.PACKED, Map.of()));
        } catch (IOException e) {
            throw new BrokenFile(RowFault.of(1, Fault.STORE, Map.of()));
        }
    }
}
