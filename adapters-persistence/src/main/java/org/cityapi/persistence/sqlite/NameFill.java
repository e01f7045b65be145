package org.cityapi.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.cityapi.persistence.names.NamedCity;

/** Puts the names of all cities into the index of names, in its own order, which is the quickest. */
final class NameFill {

    static final String INSERT = "INSERT INTO city_name (rowid, tokens) VALUES (?, ?)";

    private static final String ALL = "SELECT " + NamedCity.COLUMNS + " FROM city ORDER BY population DESC, id";

    private NameFill() {}

    static void run(Connection connection) throws SQLException {
        try (Statement control = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            control.execute("INSERT INTO city_name (city_name) VALUES ('delete-all')");
            // Bytes that are gathered before they are sorted into the index.
            control.execute("INSERT INTO city_name (city_name, rank) VALUES ('hashsize', 33554432)");
            try (ResultSet rows = control.executeQuery(ALL)) {
                while (rows.next()) {
                    put(insert, NamedCity.read(rows));
                }
            }
            control.execute("INSERT INTO city_name (city_name, rank) VALUES ('hashsize', 1048576)");
        }
    }

    private static void put(PreparedStatement insert, NamedCity city) throws SQLException {
        long row = FullTextNames.firstRow(city.population(), city.id());
        for (List<String> tokens : FullTextNames.tokens(city)) {
            insert.setLong(1, row++);
            insert.setString(2, String.join(" ", tokens));
            insert.executeUpdate();
        }
    }
}
