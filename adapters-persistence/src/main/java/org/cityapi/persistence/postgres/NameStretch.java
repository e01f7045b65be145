package org.cityapi.persistence.postgres;

import org.cityapi.domain.city.CityFilter;
import org.cityapi.persistence.NameIndex.Place;
import org.cityapi.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The statements that read a stretch of the cities whose names match, each city once.
 *
 * @param names a {@code tsquery}
 * @param from those beyond it; null for all
 */
record NameStretch(
        String names, CityFilter filter, @Nullable Place from, boolean backwards) {

    /** As in the index of main names. */
    private static final String MAIN = "lexemes @@ '''='':*'::tsquery";

    /** The same stretch of other names. */
    NameStretch of(String others) {
        return new NameStretch(others, filter, from, backwards);
    }

    /** All names are gathered, and sorted. */
    Sql gathered(int max) {
        Sql sql = Sql.of(
                "WITH found AS MATERIALIZED (SELECT population, city_id FROM city_name WHERE lexemes @@ ?::tsquery",
                names);
        return ordered(beyond(sql).add(") SELECT DISTINCT population, city_id FROM found"), max);
    }

    /** Those among the first so many names, whichever they are; fewer than there may be when they are not full. */
    Sql met(int names, int max) {
        return met("1 = 1", names, max);
    }

    /** The same among main names. */
    Sql metByMainName(int names, int max) {
        return met(MAIN, names, max);
    }

    private Sql met(String kind, int names, int max) {
        Sql sql = Sql.of(
                "SELECT DISTINCT population, city_id FROM (SELECT population, city_id, lexemes FROM city_name WHERE "
                        + kind);
        return ordered(ordered(beyond(sql), names).add(") AS met WHERE lexemes @@ ?::tsquery", this.names), max);
    }

    private Sql ordered(Sql sql, int max) {
        return sql.add(
                backwards ? " ORDER BY population, city_id DESC LIMIT ?" : " ORDER BY population DESC, city_id LIMIT ?",
                max);
    }

    private Sql beyond(Sql sql) {
        if (filter.minPopulation() != null) {
            sql.add(" AND population >= ?", filter.minPopulation());
        }
        if (filter.maxPopulation() != null) {
            sql.add(" AND population <= ?", filter.maxPopulation());
        }
        if (from == null) {
            return sql;
        }
        // The first condition is where the index begins to be read, the second what is left out of the first place.
        return sql.add(
                backwards
                        ? " AND population >= ? AND (population > ? OR city_id < ?)"
                        : " AND population <= ? AND (population < ? OR city_id > ?)",
                from.population(),
                from.population(),
                from.id());
    }
}
