package org.cityapi.persistence.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.Circle;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.persistence.CityListing;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.SortColumns;
import org.cityapi.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The statements that read {@link Spot}s of cities that pass a filter, as far as it does not ask where they lie.
 *
 * @param field what they are sorted by
 */
record Spots(CityFilter filter, SortField field, Dialect dialect) {

    private Sql select(String from) {
        return Sql.of("SELECT id, latitude_e6, longitude_e6, " + sorted() + " FROM " + from);
    }

    /** What they are sorted by; no column twice, for not every database lets a table in a statement have that. */
    private String sorted() {
        return field == SortField.ID ? "id AS sorted_id" : SortColumns.of(field);
    }

    /** All of them. */
    Sql all() {
        return passing(select("city").add(" WHERE 1 = 1"));
    }

    /** Those in an area. */
    Sql in(Cells cells) {
        if (cells.equals(Cells.NOWHERE)) {
            return passingThere(select("city").add(" WHERE cell IS NULL"));
        }
        Sql there = select(dialect.lookups("stretch", "city", "cell BETWEEN low AND high"));
        return passingThere(cells.bounds().add(Sql.of(cells.table()).add(there)));
    }

    /** The same, sorted. */
    Sql in(Cells cells, CitySort sort, boolean backwards) {
        return in(cells).add(" ORDER BY " + SortColumns.order(sort, backwards));
    }

    /** Those with these ids that may lie where the filter asks for. */
    Sql with(Collection<Long> ids) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        return passingThere(bounded(select("city").add(" WHERE id IN " + list)));
    }

    /**
     * Those among the first that a walk along the index of their sort meets; in the order of that walk.
     *
     * @param places whether it is asked where they lie
     * @param visits how many it meets, which is all it may cost
     */
    Sql met(CitySort sort, Scroll scroll, boolean places, int visits) {
        CityListing listing = listing(sort, scroll, visits);
        if (!places && CityListing.told(filter, sort).equals(filter)) {
            // The index of the sort holds it all.
            String spot = "id, NULL AS latitude_e6, NULL AS longitude_e6, " + sorted();
            return Sql.of("SELECT * FROM (").add(listing.walk(spot)).add(") AS met");
        }
        Sql sql = Sql.of("SELECT id, latitude_e6, longitude_e6, " + SortColumns.of(field) + " FROM (")
                .add(listing.walk(String.join(", ", walked())))
                .add(") AS met WHERE 1 = 1");
        return passing(bounded(sql));
    }

    /** Whether a walk along the index of that sort tells where cities lie without reading their rows. */
    boolean areToldBy(CitySort sort) {
        return sort.field() == SortField.POPULATION
                && sort.descending()
                && filter.countries().size() != 1;
    }

    /** No more than is asked for: a walk reads no rows where the index of its sort holds it all. */
    private Set<String> walked() {
        Set<String> columns = new LinkedHashSet<>(List.of("id", "latitude_e6", "longitude_e6", SortColumns.of(field)));
        if (!filter.countries().isEmpty()) {
            columns.add("country_code");
        }
        if (filter.minPopulation() != null || filter.maxPopulation() != null) {
            columns.add("population");
        }
        return columns;
    }

    /** How many there are that such a walk meets: fewer than it may where it leads to the end. */
    Sql visits(CitySort sort, Scroll scroll, int visits) {
        return Sql.of("SELECT count(*) FROM (")
                .add(listing(sort, scroll, visits).walk("id, " + sorted()))
                .add(") AS met");
    }

    private CityListing listing(CitySort sort, Scroll scroll, int visits) {
        Scroll wider = new Scroll(scroll.from(), scroll.backwards(), visits);
        return new CityListing(CityListing.told(filter, sort), sort, wider);
    }

    /** Narrowly enough that hardly one is read that does not lie there. */
    private Sql bounded(Sql sql) {
        BoundingBox box = filter.box();
        if (box != null) {
            Bounds.of(box).add(sql);
        }
        Circle circle = filter.circle();
        if (circle != null) {
            Cells.bounds(circle.center(), circle.radiusKm()).add(sql);
        }
        return filter.unplaced() ? sql.add(" AND latitude_e6 IS NULL") : sql;
    }

    private Sql passing(Sql sql) {
        return passing(sql, "country_code", "population");
    }

    /** As expressions, so that no index of the filter comes into question: it would be read through for each piece. */
    private Sql passingThere(Sql sql) {
        return passing(sql, "(country_code || '')", "(population + 0)");
    }

    private Sql passing(Sql sql, String country, String population) {
        List<String> countries =
                filter.countries().stream().map(CountryCode::value).sorted().toList();
        if (!countries.isEmpty()) {
            sql.addIn(" AND " + country, countries);
        }
        bound(sql, " AND " + population + " >= ?", filter.minPopulation());
        bound(sql, " AND " + population + " <= ?", filter.maxPopulation());
        return sql;
    }

    private static void bound(Sql sql, String condition, @Nullable Long value) {
        if (value != null) {
            sql.add(condition, value);
        }
    }

    /** How many a statement reads, up to a bound. */
    static Sql count(Sql spots, int most) {
        return Sql.of("SELECT count(*) FROM (").add(spots).add(" LIMIT " + most + ") AS spots");
    }
}
