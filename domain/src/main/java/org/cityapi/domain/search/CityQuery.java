package org.cityapi.domain.search;

import java.util.Comparator;
import java.util.Optional;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GreatCircle;
import org.cityapi.domain.city.Position;
import org.jspecify.annotations.Nullable;

/**
 * Which cities are wanted, and in which order.
 *
 * @param text what their names must match; null for any
 * @param near a place that their distance is told from; cities without a place are left out then; null for none
 * @param sort null for the best match first (the nearer, else the larger, within each rank), else the nearest, else the
 *     largest
 */
public record CityQuery(
        CityFilter filter,
        @Nullable SearchText text,
        @Nullable Coordinates near,
        @Nullable CitySort sort) {

    /** A plain list. */
    public static CityQuery of(CityFilter filter, CitySort sort) {
        return new CityQuery(filter, null, null, sort);
    }

    /** Whether the cities are only filtered by their fields, and sorted by one. */
    public boolean isPlain() {
        return text == null && near == null && !filter.isLocal();
    }

    /** Whether no city can be in the answer, whatever there is. */
    public boolean isHopeless() {
        return (text != null && text.isEmpty()) || filter.isContradictory() || (filter.unplaced() && near != null);
    }

    /** How the answer is sorted where a field decides. */
    public CitySort fieldSort() {
        return sort == null ? CitySort.DEFAULT : sort;
    }

    /** Whether the best match comes first. */
    public boolean isByRelevance() {
        return sort == null && text != null;
    }

    /** Whether the nearest comes first. */
    public boolean isByDistance() {
        return sort == null && text == null && near != null;
    }

    /** What the city is in the answer; empty when it is not in it, or for a typing error alone. */
    public Optional<Hit> hit(City city) {
        if (text == null) {
            return passes(city) ? Optional.of(hit(city, null)) : Optional.empty();
        }
        return text.isEmpty() || !passes(city)
                ? Optional.empty()
                : new NameSearch(text).match(city.details()).map(match -> hit(city, match));
    }

    /** What the city is in the answer if typing errors are forgiven; empty when it is in it without, or not at all. */
    public Optional<Hit> typo(City city) {
        return text == null || text.isEmpty() || !passes(city) || hit(city).isPresent()
                ? Optional.empty()
                : new NameSearch(text).typo(city.details()).map(match -> hit(city, match));
    }

    private boolean passes(City city) {
        return filter.passes(city.details()) && (near == null || city.details().coordinates() != null);
    }

    /** What the city is in the answer, when it is known why it is there. */
    public Hit hit(City city, @Nullable Match match) {
        Coordinates place = city.details().coordinates();
        Double distance = near == null || place == null ? null : GreatCircle.km(near, place);
        return new Hit(city, match, distance, new Position(key(city, match, distance), city.id()));
    }

    private Comparable<?> key(City city, @Nullable Match match, @Nullable Double distance) {
        if (sort == null && match != null) {
            return new Relevance(
                    match.rank(),
                    distance == null ? -city.details().population().value() : distance);
        }
        return sort == null && distance != null
                ? distance
                : fieldSort().positionOf(city).key();
    }

    /** Which of two places in the answer comes first. */
    public Comparator<Position> order() {
        boolean byField = !isByRelevance() && !isByDistance();
        Comparator<Position> byKey = CityQuery::compareKeys;
        return (byField && fieldSort().descending() ? byKey.reversed() : byKey).thenComparing(Position::id);
    }

    /** Keys of one query are of one type. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compareKeys(Position a, Position b) {
        return ((Comparable) a.key()).compareTo(b.key());
    }
}
