package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.text.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * The statements that read one stretch of a sorted list.
 *
 * <p>There are two ways. The usual one walks along the index of the sort from the place where the stretch begins: a page
 * costs the same wherever it is. On its way it passes by the cities that the filter leaves out, which takes long where
 * only few are left; then those few are gathered through an index of the filter, and sorted.
 */
public final class CityListing {

    /** From so many on it costs more to gather those that pass than to pass by those that do not. */
    static final int MANY = 2_000;

    private final List<String> countries;
    private final @Nullable Long min;
    private final @Nullable Long max;
    private final SortField field;
    private final String key;
    private final @Nullable Position from;
    private final int size;
    private final boolean down;
    private final boolean idsDown;
    private final String order;

    public CityListing(CityFilter filter, CitySort sort, Scroll scroll) {
        countries = filter.countries().stream().map(CountryCode::value).sorted().toList();
        min = filter.minPopulation();
        max = filter.maxPopulation();
        field = sort.field();
        key = SortColumns.of(field);
        from = scroll.from();
        size = scroll.max();
        down = sort.descending() != scroll.backwards();
        idsDown = field == SortField.ID ? down : scroll.backwards();
        order = SortColumns.order(sort, scroll.backwards());
    }

    /** The cities of the stretch. */
    public List<City> cities(Connection connection) throws SQLException {
        boolean few = isMixed() && count().number(connection) < MANY;
        return (few ? gather() : walk()).rows(CityRow::city).run(connection);
    }

    /** Whether the filter asks for what the index of the sort does not tell. */
    boolean isMixed() {
        boolean bounded = min != null || max != null;
        boolean byCountry = !countries.isEmpty() && field != SortField.COUNTRY && !isWithinCountry();
        return byCountry || (bounded && field != SortField.POPULATION);
    }

    /** Counts the cities that pass the filter, up to {@link #MANY}. */
    Sql count() {
        return passing(new Sql().add("SELECT count(*) FROM (SELECT 1 FROM city WHERE "))
                .add(" LIMIT ?) AS passing", MANY);
    }

    /** Gathers the cities that pass; those have a limit, so that no database mixes how they are gathered and sorted. */
    Sql gather() {
        Sql sql = passing(new Sql().add("SELECT " + CityRow.COLUMNS + " FROM (SELECT * FROM city WHERE "))
                .add(" LIMIT ?) AS passing", Integer.MAX_VALUE);
        if (from != null) {
            Object place = stored(from.key());
            sql.add(" WHERE (" + beyond(key, down), place)
                    .add(
                            " OR " + key + " = ? AND " + beyond("id", idsDown) + ")",
                            place,
                            from.id().value());
        }
        return ordered(sql);
    }

    /** What of a filter the index of a sort tells: a walk along it passes by nothing that this leaves out. */
    public static CityFilter told(CityFilter filter, CitySort sort) {
        SortField field = sort.field();
        boolean byCountry = field == SortField.COUNTRY || isWithinCountry(filter.countries(), field);
        boolean byPopulation = field == SortField.POPULATION;
        return new CityFilter(
                byCountry ? filter.countries() : Set.of(),
                byPopulation ? filter.minPopulation() : null,
                byPopulation ? filter.maxPopulation() : null);
    }

    /** Walks through the cities that have the key of the place, then through those beyond. */
    Sql walk() {
        return walk(CityRow.COLUMNS + ", sort_key");
    }

    /** @param columns that are read, what the list is sorted by among them */
    public Sql walk(String columns) {
        if (from == null) {
            return ordered(bounded(select(new Sql(), columns, "1 = 1"), min, max));
        }
        Object place = stored(from.key());
        Sql sql = new Sql();
        if (field != SortField.ID) {
            select(
                    sql,
                    columns,
                    key + " = ? AND " + beyond("id", idsDown),
                    place,
                    from.id().value());
            bounded(sql, min, max).add(" UNION ALL ");
        }
        if (field != SortField.POPULATION) {
            return ordered(bounded(select(sql, columns, beyond(key, down), place), min, max));
        }
        // One bound a side, the nearer one: of two, the database might seek the farther and read all between.
        long population = (Long) place;
        if (down) {
            long below = max == null || max >= population ? population : max + 1;
            return ordered(bounded(select(sql, columns, beyond(key, true), below), min, null));
        }
        long above = min == null || min <= population ? population : min - 1;
        return ordered(bounded(select(sql, columns, beyond(key, false), above), null, max));
    }

    private static String beyond(String column, boolean down) {
        return column + (down ? " < ?" : " > ?");
    }

    /** Where two selections are merged in order, what orders them must be among their columns. */
    private Sql select(Sql sql, String columns, String where, Object... values) {
        sql.add("SELECT " + columns + " FROM city WHERE " + where, values);
        if (isWithinCountry() || field == SortField.COUNTRY) {
            return country(sql, "country_code");
        }
        // As an expression, so that no index but that of the sort comes into question.
        return country(sql, "(country_code || '')");
    }

    private Sql country(Sql sql, String expression) {
        if (countries.size() == 1) {
            return sql.add(" AND " + expression + " = ?", countries.get(0));
        }
        return countries.isEmpty() ? sql : sql.addIn(" AND " + expression, countries);
    }

    private Sql bounded(Sql sql, @Nullable Long least, @Nullable Long most) {
        String population = field == SortField.POPULATION ? " AND population" : " AND (population + 0)";
        if (least != null) {
            sql.add(population + " >= ?", least);
        }
        return most == null ? sql : sql.add(population + " <= ?", most);
    }

    private Sql passing(Sql sql) {
        country(sql.add("1 = 1"), "country_code");
        if (min != null) {
            sql.add(" AND population >= ?", min);
        }
        return max == null ? sql : sql.add(" AND population <= ?", max);
    }

    private Sql ordered(Sql sql) {
        return sql.add(" ORDER BY " + order + " LIMIT ?", size);
    }

    /** One country has an index by population, and by id within that by country. */
    private boolean isWithinCountry() {
        return isWithinCountry(countries, field);
    }

    private static boolean isWithinCountry(Collection<?> countries, SortField field) {
        return countries.size() == 1 && (field == SortField.POPULATION || field == SortField.ID);
    }

    private static Object stored(Comparable<?> key) {
        return key instanceof SortKey name ? name.bytes() : key;
    }
}
