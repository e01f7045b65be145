package org.cityapi.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.text.SortKey;

/** draft */
record CityListing(String sql, List<Object> parameters) {

    static CityListing of(CityFilter filter, CitySort sort, Scroll scroll) {
        String key = switch (sort.field()) {
            case NAME -> "sort_key";
            case POPULATION -> "population";
            case COUNTRY -> "country_code";
            case CREATED_AT -> "created_at";
            case UPDATED_AT -> "updated_at";
            case ID -> "id";
        };
        boolean down = sort.descending() != scroll.backwards();
        List<Object> parameters = new ArrayList<>();
        Position from = scroll.from();
        String order =
                " ORDER BY " + key + (down ? " DESC" : "") + ", id" + (scroll.backwards() ? " DESC" : "") + " LIMIT ?";
        String sql;
        if (from == null) {
            sql = "SELECT " + CityRow.COLUMNS + " FROM city" + order;
        } else {
            Object k = from.key() instanceof SortKey s ? s.bytes() : from.key();
            sql = "SELECT " + CityRow.COLUMNS + ", sort_key FROM city WHERE " + key + " = ? AND id "
                    + (scroll.backwards() ? "<" : ">") + " ? UNION ALL SELECT " + CityRow.COLUMNS
                    + ", sort_key FROM city WHERE " + key + (down ? " < " : " > ") + "?" + order;
            parameters.add(k);
            parameters.add(from.id().value());
            parameters.add(k);
        }
        parameters.add(scroll.max());
        return new CityListing(sql, parameters);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }
}
