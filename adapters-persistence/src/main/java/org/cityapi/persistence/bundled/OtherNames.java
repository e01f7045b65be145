package org.cityapi.persistence.bundled;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
        return names.size() <= CityDetails.MAX_OTHER_NAMES ? names : most(name, names);
    }

    private static boolean isFound(String ascii, CityName name, List<CityName> names) {
        SearchKey key = SearchKey.of(ascii);
        return Stream.concat(Stream.of(name), names.stream())
                .anyMatch(each -> SearchKey.of(each.value()).equals(key));
    }

    /**
     * As many as a city may have. Left out are first those that a search finds by another one, then those that GeoNames
     * has transcribed (in small letters, {@code awrshlym}), then the long ones, which are searched least.
     */
    private static List<CityName> most(CityName main, List<CityName> names) {
        Comparator<CityName> shortFirst = comparingInt(name -> name.value().length());
        Set<SearchKey> keys = new HashSet<>(Set.of(SearchKey.of(main.value())));
        Set<CityName> again = names.stream()
                .sorted(shortFirst)
                .filter(name -> !keys.add(SearchKey.of(name.value())))
                .collect(Collectors.toSet());
        Set<CityName> kept = names.stream()
                .sorted(comparing((CityName name) -> again.contains(name))
                        .thenComparing(OtherNames::isTranscribed)
                        .thenComparing(shortFirst))
                .limit(CityDetails.MAX_OTHER_NAMES)
                .collect(Collectors.toSet());
        return names.stream().filter(kept::contains).toList();
    }

    private static boolean isTranscribed(CityName name) {
        char first = name.value().charAt(0);
        return first >= 'a' && first <= 'z';
    }
}
