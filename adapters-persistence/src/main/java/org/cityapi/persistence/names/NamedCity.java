package org.cityapi.persistence.names;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.NameKey;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.country.CountryCode;
import org.jspecify.annotations.Nullable;

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

    /** Reads a row; what takes long, the folding of names, is left to whoever asks for the result. */
    public static Supplier<NamedCity> read(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        Population population = new Population(row.getLong(2));
        CountryCode country = new CountryCode(row.getString(3));
        String name = row.getString(4);
        String others = row.getString(5);
        return () ->
                of(id, new CityDetails(new CityName(name), country, population, null, null, null, null, names(others)));
    }

    private static List<CityName> names(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().map(CityName::new).toList();
    }

    /** The tokens of each name, in order: one as often as the name has it, each up to some kilobytes long. */
    public List<List<String>> tokens() {
        return keys.stream().map(key -> Tokens.of(key, country)).toList();
    }
}
