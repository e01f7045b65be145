package org.cityapi.persistence.bundled;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.text.SearchKey;

/** Names in other languages, scripts and times, by GeoNames identifier. */
final class OtherNames {

    private final Map<String, List<String>> byGeonameId = new HashMap<>();

    OtherNames(CsvRows rows) {
        int geonameId = rows.column("geonames_id");
        int name = rows.column("alternate_name");
        rows.forEachRemaining(row -> byGeonameId
                .computeIfAbsent(row.getField(geonameId), id -> new ArrayList<>())
                .add(row.getField(name)));
    }

    /**
     * The other names of a city, in the order of the file.
     *
     * @param ascii GeoNames' ASCII form of the name: one of the names where a search would not find it otherwise, as
     *     "Koeln" for "Köln"
     */
    List<CityName> of(String geonameId, CityName name, String ascii) {
        List<CityName> names = new ArrayList<>();
        for (String written : byGeonameId.getOrDefault(geonameId, List.of())) {
            String normalized = CityName.normalize(written);
            if (CityName.faultOf(normalized).isEmpty()) {
                names.add(new CityName(normalized));
            }
        }
        if (!ascii.equals(name.value()) && !isFound(ascii, name, names)) {
            names.add(new CityName(CityName.normalize(ascii)));
        }
        return names.size() <= CityDetails.MAX_OTHER_NAMES ? names : shortest(names);
    }

    private static boolean isFound(String ascii, CityName name, List<CityName> names) {
        SearchKey key = SearchKey.of(ascii);
        return Stream.concat(Stream.of(name), names.stream())
                .anyMatch(each -> SearchKey.of(each.value()).equals(key));
    }

    /** As many as a city may have: the long ones, which are searched least, are left out. */
    private static List<CityName> shortest(List<CityName> names) {
        Set<CityName> kept = names.stream()
                .sorted(comparingInt(name -> name.value().length()))
                .limit(CityDetails.MAX_OTHER_NAMES)
                .collect(Collectors.toSet());
        return names.stream().filter(kept::contains).toList();
    }
}
