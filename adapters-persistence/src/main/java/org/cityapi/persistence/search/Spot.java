package org.cityapi.persistence.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.text.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * What a list is sorted by, without the city.
 *
 * @param place null when unknown
 * @param position by the field of the list
 */
record Spot(@Nullable Coordinates place, Position position) {

    /** Reads {@code id, latitude_e6, longitude_e6} and what the field is sorted by. */
    static Spot of(ResultSet row, SortField field) throws SQLException {
        int latitude = row.getInt(2);
        Coordinates place = row.wasNull() ? null : new Coordinates(latitude, row.getInt(3));
        return new Spot(place, new Position(key(row, field), new CityId(row.getLong(1))));
    }

    private static Comparable<?> key(ResultSet row, SortField field) throws SQLException {
        return switch (field) {
            case NAME -> SortKey.ofBytes(row.getBytes(4));
            case COUNTRY -> row.getString(4);
            case POPULATION, CREATED_AT, UPDATED_AT, ID -> row.getLong(4);
        };
    }

    long id() {
        return position.id().value();
    }
}
