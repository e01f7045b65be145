package org.cityapi.persistence.bundled;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
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

    private final Iterator<NamedCsvRecord> records;
    private final OtherNames otherNames;
    private final int size;
    private Iterator<CityDetails> chunk = List.<CityDetails>of().iterator();
    private CompletableFuture<List<CityDetails>> ahead;
    private int count;

    BundledReader(Iterator<NamedCsvRecord> records, OtherNames otherNames, int size) {
        this.records = records;
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
        while (next.size() < CHUNK && records.hasNext()) {
            NamedCsvRecord record = records.next();
            if (!LEFT_OUT.contains(record.getField("feature_code"))) {
                next.add(city(record));
            }
        }
        return next;
    }

    private CityDetails city(NamedCsvRecord record) {
        String geonameId = record.getField("geonames_id");
        CityName name = new CityName(CityName.normalize(record.getField("name")));
        String adminCode = record.getField("admin1_code");
        return new CityDetails(
                name,
                new CountryCode(record.getField("country_code")),
                new Population(Long.parseLong(record.getField("population"))),
                Coordinates.ofDegrees(
                        new BigDecimal(record.getField("latitude")), new BigDecimal(record.getField("longitude"))),
                adminCode.isEmpty() ? null : new AdminCode(adminCode),
                new TimeZoneId(record.getField("timezone")),
                new GeonameId(Long.parseLong(geonameId)),
                otherNames.of(geonameId, name, record.getField("ascii_name")));
    }
}
