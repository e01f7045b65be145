package org.cityapi.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.NameKey;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.country.CountryCode;

/** Puts the names of all cities into the index of names, in its own order, which is the quickest. */
final class NameFill {

    static final String INSERT = "INSERT INTO city_name (rowid, tokens) VALUES (?, ?)";

    private static final String ALL =
            "SELECT id, population, country_code, name, other_names FROM city ORDER BY population DESC, id";

    private NameFill() {}

    static void run(Connection connection) throws SQLException {
        try (Statement control = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            control.execute("INSERT INTO city_name (city_name) VALUES ('delete-all')");
            // Bytes that are gathered before they are sorted into the index.
            control.execute("INSERT INTO city_name (city_name, rank) VALUES ('hashsize', 33554432)");
            try (ResultSet rows = control.executeQuery(ALL)) {
                while (rows.next()) {
                    put(insert, rows);
                }
            }
            control.execute("INSERT INTO city_name (city_name, rank) VALUES ('hashsize', 1048576)");
        }
    }

    private static void put(PreparedStatement insert, ResultSet city) throws SQLException {
        long row = FullTextNames.firstRow(city.getLong(2), city.getLong(1));
        String country = city.getString(3);
        for (NameKey name : FullTextNames.keys(details(city))) {
            insert.setLong(1, row++);
            insert.setString(2, Tokens.of(name, country));
            insert.executeUpdate();
        }
    }

    private static CityDetails details(ResultSet city) throws SQLException {
        List<CityName> others = new ArrayList<>();
        String lines = city.getString(5);
        if (lines != null) {
            lines.lines().map(CityName::new).forEach(others::add);
        }
        return new CityDetails(
                new CityName(city.getString(4)),
                new CountryCode(city.getString(3)),
                new Population(city.getLong(2)),
                null,
                null,
                null,
                null,
                others);
    }
}
