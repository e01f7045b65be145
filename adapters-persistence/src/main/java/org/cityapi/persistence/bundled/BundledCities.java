package org.cityapi.persistence.bundled;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.cityapi.domain.city.CityDetails;

/** A list of cities that comes with the program. */
public enum BundledCities {
    /** Places of 1,000 and more, and seats of divisions. */
    CITIES_1000("cities1000.csv.gz", 135_571),
    /** Places of 15,000 and more. */
    CITIES_15000("cities15000.csv.gz", 25_212);

    private final String file;
    private final int size;

    BundledCities(String file, int size) {
        this.file = file;
        this.size = size;
    }

    /** How many cities there are. */
    public int size() {
        return size;
    }

    /** The cities, the largest first. */
    public Iterator<CityDetails> open() {
        return new BundledReader(records(file), OtherNames.read(), size);
    }

    /** The records of a file beside this class. */
    static Iterator<NamedCsvRecord> records(String file) {
        InputStream packed = Objects.requireNonNull(BundledCities.class.getResourceAsStream(file), file);
        try {
            Reader text = new InputStreamReader(
                    new GZIPInputStream(new BufferedInputStream(packed), 1 << 16), StandardCharsets.UTF_8);
            return CsvReader.builder().ofNamedCsvRecord(text).iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
