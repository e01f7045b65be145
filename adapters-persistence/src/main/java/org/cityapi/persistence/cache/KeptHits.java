package org.cityapi.persistence.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Match;
import org.cityapi.domain.search.MatchKind;
import org.jspecify.annotations.Nullable;

/** The hits of a search for a text, without their cities: in so little room that those of all short texts find place. */
final class KeptHits {

    /** Bytes that an answer takes with its question, each city in it, and a name that is not the main one. */
    private static final int WEIGHT = 430;

    private static final int WEIGHT_OF_HIT = 26;
    private static final int WEIGHT_OF_NAME = 72;

    private final long[] ids;
    private final long[] versions;
    private final byte[] ranks;
    private final MatchKind[] kinds;

    /** Null where the main name matches. */
    private final @Nullable CityName[] names;

    KeptHits(List<Hit> hits) {
        int size = hits.size();
        ids = new long[size];
        versions = new long[size];
        ranks = new byte[size];
        kinds = new MatchKind[size];
        names = new @Nullable CityName[size];
        for (int i = 0; i < size; i++) {
            City city = hits.get(i).city();
            Match match = Objects.requireNonNull(hits.get(i).match());
            ids[i] = city.id().value();
            versions[i] = city.version();
            ranks[i] = (byte) match.rank();
            kinds[i] = match.kind();
            names[i] = match.name().equals(city.details().name()) ? null : match.name();
        }
    }

    /** About as many bytes as it takes. */
    int weight() {
        int weight = WEIGHT + WEIGHT_OF_HIT * ids.length;
        for (CityName name : names) {
            weight += name == null ? 0 : WEIGHT_OF_NAME + 2 * name.value().length();
        }
        return weight;
    }

    /** The hits with their cities; empty when one of these is not to be had, or has changed meanwhile. */
    Optional<List<Hit>> with(CityQuery query, Function<CityId, Optional<City>> cities) {
        List<Hit> hits = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            City city = cities.apply(new CityId(ids[i])).orElse(null);
            if (city == null || city.version() != versions[i]) {
                return Optional.empty();
            }
            CityName name = names[i] == null ? city.details().name() : names[i];
            hits.add(query.hit(city, new Match(name, kinds[i], ranks[i])));
        }
        return Optional.of(hits);
    }
}
