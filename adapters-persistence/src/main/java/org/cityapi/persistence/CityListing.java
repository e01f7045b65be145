package org.cityapi.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.text.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * The statement that reads one stretch of a listing by key: first the cities that tie with the place it begins at, then
 * those beyond, each from an index, so that a deep page costs what the first one costs.
 */
final class CityListing {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final CityFilter filter;

    private CityListing(CityFilter filter) {
        this.filter = filter;
    }

    static CityListing of(CityFilter filter, CitySort sort, Scroll scroll) {
        CityListing listing = new CityListing(filter);
        String key = column(sort.field());
        boolean down = sort.descending() != scroll.backwards();
        String ids = scroll.backwards() ? "id DESC" : "id";
        String order = key + (down ? " DESC, " : ", ") + ids;
        Position from = scroll.from();
        if (from == null) {
            listing.select("1", List.of(), order, scroll.max());
            return listing;
        }
        Object place = from.key() instanceof SortKey name ? name.bytes() : from.key();
        listing.sql.append("SELECT * FROM (");
        String tie = key + " = ? AND id " + (scroll.backwards() ? "<" : ">") + " ?";
        listing.select(tie, List.of(place, from.id().value()), ids, scroll.max());
        listing.sql.append(") UNION ALL SELECT * FROM (");
        listing.select(key + (down ? " < ?" : " > ?"), List.of(place), order, scroll.max());
        listing.sql.append(") LIMIT ?");
        listing.parameters.add(scroll.max());
        return listing;
    }

    String sql() {
        return sql.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    private void select(String where, List<Object> bound, String order, int max) {
        sql.append("SELECT ")
                .append(CityRow.COLUMNS)
                .append(" FROM city WHERE ")
                .append(where);
        parameters.addAll(bound);
        if (!filter.countries().isEmpty()) {
            String marks =
                    String.join(", ", Collections.nCopies(filter.countries().size(), "?"));
            sql.append(" AND country_code IN (").append(marks).append(")");
            filter.countries().stream().map(CountryCode::value).forEach(parameters::add);
        }
        and(" AND population >= ?", filter.minPopulation());
        and(" AND population <= ?", filter.maxPopulation());
        sql.append(" ORDER BY ").append(order).append(" LIMIT ?");
        parameters.add(max);
    }

    private void and(String condition, @Nullable Long bound) {
        if (bound != null) {
            sql.append(condition);
            parameters.add(bound);
        }
    }

    private static String column(SortField field) {
        return switch (field) {
            case NAME -> "sort_key";
            case POPULATION -> "population";
            case COUNTRY -> "country_code";
            case CREATED_AT -> "created_at";
            case UPDATED_AT -> "updated_at";
            case ID -> "id";
        };
    }
}
