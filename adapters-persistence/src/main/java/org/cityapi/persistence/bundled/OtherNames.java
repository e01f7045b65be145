package org.cityapi.persistence.bundled;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Names in other languages, scripts and times, by GeoNames identifier. */
final class OtherNames {

    private final Map<String, List<String>> names = new HashMap<>();

    static OtherNames read() {
        OtherNames all = new OtherNames();
        for (Iterator<NamedCsvRecord> records = BundledCities.records("alternate-names15000.csv.gz");
                records.hasNext(); ) {
            NamedCsvRecord record = records.next();
            all.names
                    .computeIfAbsent(record.getField("geonames_id"), id -> new ArrayList<>(8))
                    .add(record.getField("alternate_name"));
        }
        return all;
    }

    List<String> of(String geonameId) {
        return names.getOrDefault(geonameId, List.of());
    }
}
