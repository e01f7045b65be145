package org.cityapi.persistence.bundled;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cityapi.domain.city.AdminCode;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.TimeZoneId;
import org.cityapi.domain.country.CountryCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes cities of the records of a bundled file, some thousand ahead of whoever takes them, in the background. */
final class BundledReader implements Iterator<CityDetails> {

    private static final Logger LOG = LoggerFactory.getLogger(BundledReader.class);
    private static final int CHUNK = 4_000;
    private static final int SAY_EVERY = 20_000;

    /** Sections of a city, and places that are no more. */
    private static final Set<String> LEFT_OUT = Set.of("PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH");

    private final CsvRows rows;
    private final int geonameId;
    private final int name;
    private final int asciiName;
    private final int country;
    private final int adminCode;
    private final int population;
    private final int latitude;
    private final int longitude;
    private final int timezone;
    private final int featureCode;
    private final OtherNames otherNames;
    private final int size;
    private Iterator<CityDetails> chunk = List.<CityDetails>of().iterator();
    private CompletableFuture<List<CityDetails>> ahead;
    private int count;

    BundledReader(CsvRows rows, OtherNames otherNames, int size) {
        this.rows = rows;
        geonameId = rows.column("geonames_id");
        name = rows.column("name");
        asciiName = rows.column("ascii_name");
        country = rows.column("country_code");
        adminCode = rows.column("admin1_code");
        population = rows.column("population");
        latitude = rows.column("latitude");
        longitude = rows.column("longitude");
        timezone = rows.column("timezone");
        featureCode = rows.column("feature_code");
        this.otherNames = otherNames;
        this.size = size;
        ahead = CompletableFuture.supplyAsync(this::nextChunk);
    }

    @Override
    public boolean hasNext() {
        if (!chunk.hasNext()) {
            chunk = ahead.join().iterator();
            ahead = CompletableFuture.supplyAsync(this::nextChunk);
        }
        return chunk.hasNext();
    }

    @Override
    public CityDetails next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (++count % SAY_EVERY == 0) {
            LOG.info(String.format(Locale.ROOT, "Loading cities: %,d of %,d", count, size));
        }
        return chunk.next();
    }

    private List<CityDetails> nextChunk() {
        List<CityDetails> next = new ArrayList<>(CHUNK);
        while (next.size() < CHUNK && rows.hasNext()) {
            CsvRecord row = rows.next();
            if (!LEFT_OUT.contains(row.getField(featureCode))) {
                next.add(city(row));
            }
        }
        return next;
    }

    private CityDetails city(CsvRecord row) {
        String id = row.getField(geonameId);
        CityName main = new CityName(CityName.normalize(row.getField(name)));
        String division = row.getField(adminCode);
        return new CityDetails(
                main,
                new CountryCode(row.getField(country)),
                new Population(Long.parseLong(row.getField(population))),
                Coordinates.ofDegrees(new BigDecimal(row.getField(latitude)), new BigDecimal(row.getField(longitude))),
                division.isEmpty() ? null : new AdminCode(division),
                new TimeZoneId(row.getField(timezone)),
                new GeonameId(Long.parseLong(id)),
                otherNames.of(id, main, row.getField(asciiName)));
    }
}
