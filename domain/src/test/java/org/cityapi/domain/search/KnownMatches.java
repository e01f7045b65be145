package org.cityapi.domain.search;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;

/** The answers that {@link CityQuery} defines; a city's names are compared with a text once, whatever else is asked. */
public final class KnownMatches {

    private static final KnownMatches PLAIN = new KnownMatches(false);
    private static final KnownMatches FORGIVEN = new KnownMatches(true);

    private final boolean forgives;
    private final Map<SearchText, Map<CityDetails, Optional<Match>>> known = new ConcurrentHashMap<>();

    private KnownMatches(boolean forgives) {
        this.forgives = forgives;
    }

    /** Those that match without typing errors, in no order. */
    public static Stream<Hit> hits(CityQuery query, Collection<City> cities) {
        return PLAIN.of(query, cities);
    }

    /** Those that match with typing errors alone, in no order. */
    public static Stream<Hit> typos(CityQuery query, Collection<City> cities) {
        return FORGIVEN.of(query, cities);
    }

    private Stream<Hit> of(CityQuery query, Collection<City> cities) {
        SearchText text = query.text();
        if (text == null || text.isEmpty()) {
            return forgives ? Stream.empty() : cities.stream().flatMap(city -> query.hit(city).stream());
        }
        CityQuery rest = new CityQuery(query.filter(), null, query.near(), query.sort());
        Map<CityDetails, Optional<Match>> matches = known.computeIfAbsent(text, any -> new ConcurrentHashMap<>());
        return cities.stream()
                .filter(city -> rest.hit(city).isPresent())
                .flatMap(city -> matches
                        .computeIfAbsent(city.details(), details -> match(new NameSearch(text), details))
                        .map(match -> query.hit(city, match))
                        .stream());
    }

    private Optional<Match> match(NameSearch names, CityDetails details) {
        Optional<Match> match = names.match(details);
        if (forgives) {
            return match.isPresent() ? Optional.empty() : names.typo(details);
        }
        return match;
    }
}
