package org.cityapi.persistence.bundled;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.cityapi.domain.city.AdminCode;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.TimeZoneId;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.text.SearchKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes cities of the records of a bundled file. */
final class BundledReader implements Iterator<CityDetails> {

    private static final Logger LOG = LoggerFactory.getLogger(BundledReader.class);
    private static final int CHUNK = 2_000;
    private static final int SAY_EVERY = 20_000;

    /** Sections of cities, and places that are no more. */
    private static final Set<String> LEFT_OUT = Set.of("PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH");

    private final Iterator<NamedCsvRecord> records;
    private final OtherNames otherNames;
    private final int size;
    private Iterator<CityDetails> chunk = List.<CityDetails>of().iterator();
    private int count;

    BundledReader(Iterator<NamedCsvRecord> records, OtherNames otherNames, int size) {
        this.records = records;
        this.otherNames = otherNames;
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        if (!chunk.hasNext()) {
            chunk = nextChunk();
        }
        return chunk.hasNext();
    }

    @Override
    public CityDetails next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (++count % SAY_EVERY == 0 && LOG.isInfoEnabled()) {
            LOG.info("Loading cities: {} of {}", String.format("%,d", count), String.format("%,d", size));
        }
        return chunk.next();
    }

    private Iterator<CityDetails> nextChunk() {
        List<NamedCsvRecord> next = new ArrayList<>(CHUNK);
        while (next.size() < CHUNK && records.hasNext()) {
            NamedCsvRecord record = records.next();
            if (!LEFT_OUT.contains(record.getField("feature_code"))) {
                next.add(record);
            }
        }
        return next.parallelStream().map(this::city).toList().iterator();
    }

    private CityDetails city(NamedCsvRecord record) {
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
                new GeonameId(Long.parseLong(record.getField("geonames_id"))),
                names(record, name));
    }

    private List<CityName> names(NamedCsvRecord record, CityName name) {
        List<CityName> names = new ArrayList<>();
        for (String other : otherNames.of(record.getField("geonames_id"))) {
            String normalized = CityName.normalize(other);
            if (CityName.faultOf(normalized).isEmpty()) {
                names.add(new CityName(normalized));
            }
        }
        if (names.size() > 200)
            System.err.println(
                    names.stream().map(n -> SearchKey.of(n.value())).distinct().count());
        List<CityName> kept = names.size() > 200 ? names.subList(0, 200) : names;
        String ascii = record.getField("ascii_name");
        if (Stream.concat(Stream.of(name), kept.stream())
                .noneMatch(n -> SearchKey.of(n.value()).equals(SearchKey.of(ascii)))) {
            kept.add(0, new CityName(CityName.normalize(ascii)));
        }
        return kept;
    }
}
