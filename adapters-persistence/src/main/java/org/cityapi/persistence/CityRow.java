package org.cityapi.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.cityapi.domain.city.AdminCode;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.TimeZoneId;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.text.SortKey;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * How a city stands in its row.
 *
 * @param details all that the columns of {@link #bind} hold
 * @param sortKey computed from them
 */
public record CityRow(CityDetails details, SortKey sortKey) {

    /** What {@link #city} reads. */
    public static final String COLUMNS = """
            id, name, country_code, population, latitude_e6, longitude_e6, admin_code, timezone, geoname_id,
            created_by, created_at, updated_at, version, other_names""";

    /** Takes what {@link #bind} binds, then {@code created_by, created_at, updated_at}. */
    static final String INSERT = """
            INSERT INTO city (name, sort_key, country_code, population, latitude_e6, longitude_e6, admin_code,
              timezone, geoname_id, other_names, created_by, created_at, updated_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            """;

    /** What {@link #values} gives. */
    static final List<String> ALL = List.of(
            "name",
            "sort_key",
            "country_code",
            "population",
            "latitude_e6",
            "longitude_e6",
            "admin_code",
            "timezone",
            "geoname_id",
            "other_names",
            "created_by",
            "created_at",
            "updated_at",
            "version",
            "id");

    /** Takes what {@link #bind} binds, then {@code updated_at, version, id} and the version before. */
    static final String UPDATE = """
            UPDATE city SET name = ?, sort_key = ?, country_code = ?, population = ?, latitude_e6 = ?,
              longitude_e6 = ?, admin_code = ?, timezone = ?, geoname_id = ?, other_names = ?,
              updated_at = ?, version = ?
            WHERE id = ? AND version = ?
            """;

    /** How many parameters {@link #bind} binds. */
    static final int BOUND = 10;

    /** No name holds one. */
    private static final String SEPARATOR = "\n";

    static CityRow of(CityDetails details) {
        return new CityRow(details, details.sortKey());
    }

    void bind(PreparedStatement statement) throws SQLException {
        Coordinates at = details.coordinates();
        AdminCode adminCode = details.adminCode();
        TimeZoneId timezone = details.timezone();
        GeonameId geonameId = details.geonameId();
        statement.setString(1, details.name().value());
        statement.setBytes(2, sortKey.bytes());
        statement.setString(3, details.country().value());
        statement.setLong(4, details.population().value());
        statement.setObject(5, at == null ? null : at.latitudeE6());
        statement.setObject(6, at == null ? null : at.longitudeE6());
        statement.setString(7, adminCode == null ? null : adminCode.value());
        statement.setString(8, timezone == null ? null : timezone.value());
        statement.setObject(9, geonameId == null ? null : geonameId.value());
        statement.setString(10, otherNames());
    }

    /** Binds what {@link #UPDATE} takes. */
    void bindUpdate(PreparedStatement statement, City next) throws SQLException {
        bind(statement);
        statement.setLong(BOUND + 1, next.updatedAt().toEpochMilli());
        statement.setLong(BOUND + 2, next.version());
        statement.setLong(BOUND + 3, next.id().value());
        statement.setLong(BOUND + 4, next.version() - 1);
    }

    /** The whole row of a city whose details these are. */
    @Nullable
    Object[] values(City city) {
        Coordinates at = details.coordinates();
        UserId by = city.createdBy();
        return new @Nullable Object[] {
            details.name().value(),
            sortKey.bytes(),
            details.country().value(),
            details.population().value(),
            at == null ? null : at.latitudeE6(),
            at == null ? null : at.longitudeE6(),
            details.adminCode() == null ? null : details.adminCode().value(),
            details.timezone() == null ? null : details.timezone().value(),
            details.geonameId() == null ? null : details.geonameId().value(),
            otherNames(),
            by == null ? null : by.value(),
            city.createdAt().toEpochMilli(),
            city.updatedAt().toEpochMilli(),
            city.version(),
            city.id().value()
        };
    }

    /** Binds what {@link #INSERT} takes beside {@link #bind}. */
    static void bindMaker(PreparedStatement statement, @Nullable UserId by, Instant at) throws SQLException {
        statement.setString(BOUND + 1, by == null ? null : by.value());
        statement.setLong(BOUND + 2, at.toEpochMilli());
        statement.setLong(BOUND + 3, at.toEpochMilli());
    }

    /**
     * What it means that this row could not be stored: the failure itself, unless the database refused a duplicate.
     *
     * @throws Rejection.Taken when another city has the {@code geonameId}
     */
    SQLException refusal(SQLException failure, Dialect dialect) {
        GeonameId geonameId = details.geonameId();
        if (geonameId != null && dialect.isDuplicate(failure)) {
            throw new Rejection.Taken("geonameId", geonameId.value());
        }
        return failure;
    }

    public static City city(ResultSet row) throws SQLException {
        String adminCode = row.getString(7);
        String timezone = row.getString(8);
        long geonameId = row.getLong(9);
        String createdBy = row.getString(10);
        CityDetails details = new CityDetails(
                new CityName(row.getString(2)),
                new CountryCode(row.getString(3)),
                new Population(row.getLong(4)),
                coordinates(row),
                adminCode == null ? null : new AdminCode(adminCode),
                timezone == null ? null : new TimeZoneId(timezone),
                geonameId == 0 ? null : new GeonameId(geonameId),
                split(row.getString(14)));
        return new City(
                new CityId(row.getLong(1)),
                details,
                createdBy == null ? null : new UserId(createdBy),
                Instant.ofEpochMilli(row.getLong(11)),
                Instant.ofEpochMilli(row.getLong(12)),
                row.getLong(13));
    }

    private static @Nullable Coordinates coordinates(ResultSet row) throws SQLException {
        int latitude = row.getInt(5);
        return row.wasNull() ? null : new Coordinates(latitude, row.getInt(6));
    }

    /** One a line; null when there are none. */
    public @Nullable String otherNames() {
        if (details.otherNames().isEmpty()) {
            return null;
        }
        StringJoiner joined = new StringJoiner(SEPARATOR);
        details.otherNames().forEach(name -> joined.add(name.value()));
        return joined.toString();
    }

    private static List<CityName> split(@Nullable String names) {
        return names == null
                ? List.of()
                : Arrays.stream(names.split(SEPARATOR)).map(CityName::new).toList();
    }
}
