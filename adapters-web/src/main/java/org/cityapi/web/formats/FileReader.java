package org.cityapi.web.formats;

import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import java.util.zip.ZipException;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;

/** Reads cities from files. */
@Singleton
final class FileReader implements CityFiles {

    @Override
    public DraftRows open(InputStream content, ImportOrder order, long maxBytes) {
        Reader text = new StrictUtf8(unpacked(content, maxBytes));
        return switch (order.format()) {
            case CSV -> new CsvRows(text, order.ignoreUnknown());
            case NDJSON -> new NdjsonRows(text, order.ignoreUnknown());
            case GEOJSON -> new GeoJsonRows(text, order.ignoreUnknown());
        };
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
