package org.cityapi.persistence.names;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.NameKey;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.country.CountryCode;

/**
 * What an index of names keeps of a city.
 *
 * @param keys each for a row
 */
public record NamedCity(long id, long population, String country, List<NameKey> keys) {

    /** What {@link #read} reads. */
    public static final String COLUMNS = "id, population, country_code, name, other_names";

    public static NamedCity of(long id, CityDetails details) {
        return new NamedCity(id, details.population().value(), details.country().value(), details.nameKeys());
    }

    public static NamedCity read(ResultSet row) throws SQLException {
        List<CityName> others = new ArrayList<>();
        String lines = row.getString(5);
        if (lines != null) {
            lines.lines().map(CityName::new).forEach(others::add);
        }
        CityDetails details = new CityDetails(
                new CityName(row.getString(4)),
                new CountryCode(row.getString(3)),
                new Population(row.getLong(2)),
                null,
                null,
                null,
                null,
                others);
        return of(row.getLong(1), details);
    }

    /** The tokens of each name, in order: one as often as the name has it, each up to some kilobytes long. */
    public List<List<String>> tokens() {
        return keys.stream().map(key -> Tokens.of(key, country)).toList();
    }
}
