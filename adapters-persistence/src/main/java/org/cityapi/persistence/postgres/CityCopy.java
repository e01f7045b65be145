package org.cityapi.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.CityLoad;
import org.cityapi.persistence.CityRow;

/** Fills the empty table of cities with COPY, which takes a third of the time of inserts. */
record CityCopy(Connection connection) {

    private static final String TARGET = "city (name, sort_key, country_code, population, latitude_e6, longitude_e6,"
            + " admin_code, timezone, geoname_id, other_names, created_at, updated_at, version)";

    /** @throws Rejection.Taken when two cities have the same {@code geonameId} */
    long copy(CityLoad load) throws SQLException {
        CopyText copy = CopyText.into(connection, TARGET);
        Set<GeonameId> taken = new HashSet<>();
        try {
            long count = load.each(row -> {
                GeonameId geonameId = row.details().geonameId();
                if (geonameId != null && !taken.add(geonameId)) {
                    throw new Rejection.Taken("geonameId", geonameId.value());
                }
                add(copy, row, load.at().toEpochMilli());
            });
            copy.end();
            return count;
        } finally {
            copy.cancel();
        }
    }

    private static void add(CopyText copy, CityRow row, long at) throws SQLException {
        CityDetails details = row.details();
        Coordinates place = details.coordinates();
        copy.add(details.name().value())
                .addBytes(row.sortKey().bytes())
                .add(details.country().value())
                .add(details.population().value())
                .add(place == null ? null : place.latitudeE6())
                .add(place == null ? null : place.longitudeE6())
                .add(details.adminCode() == null ? null : details.adminCode().value())
                .add(details.timezone() == null ? null : details.timezone().value())
                .add(details.geonameId() == null ? null : details.geonameId().value())
                .add(row.otherNames())
                .add(at)
                .add(at)
                .add(1)
                .endRow();
    }
}
