package org.cityapi.bootstrap;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.cityapi.persistence.postgres.PostgresUrl;

/**
 * The table {@code city} of a register, as JDBC alone sees it.
 *
 * @param address of its database, as a value of the setting {@code DATABASE_URL}
 */
record CityTable(String address, String jdbc, Properties login) {

    private static final String COLUMNS =
            "id, name, sort_key, country_code, population, latitude_e6, longitude_e6, admin_code, timezone,"
                    + " geoname_id, created_by, created_at, updated_at, version, other_names";
    private static final int COUNT = COLUMNS.split(",").length;
    private static final int BATCH = 1_000;

    /** @param file in that folder, in which the register is to be started */
    static CityTable ofSqlite(Path folder, String file) {
        return new CityTable("sqlite:" + file, "jdbc:sqlite:" + folder.resolve(file), new Properties());
    }

    static CityTable ofPostgres(String address) {
        PostgresUrl url = PostgresUrl.of(address);
        Properties login = new Properties();
        if (url.user() != null) {
            login.setProperty("user", url.user());
        }
        if (url.password() != null) {
            login.setProperty("password", url.password());
        }
        return new CityTable(address, url.jdbc(), login);
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(jdbc, login);
    }

    /** Puts all rows of one into another in one transaction; gives the seconds without the reading. */
    static double copy(Connection from, Connection to) throws SQLException {
        List<Object[]> rows = rows(from);
        long start = System.nanoTime();
        to.setAutoCommit(false);
        try (PreparedStatement insert =
                to.prepareStatement("INSERT INTO city (" + COLUMNS + ") VALUES (?" + ", ?".repeat(COUNT - 1) + ")")) {
            int added = 0;
            for (Object[] row : rows) {
                for (int column = 0; column < COUNT; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.addBatch();
                if (++added % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        to.commit();
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<Object[]> rows(Connection from) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = from.createStatement();
                ResultSet found = statement.executeQuery("SELECT " + COLUMNS + " FROM city ORDER BY id")) {
            while (found.next()) {
                Object[] row = new Object[COUNT];
                for (int column = 0; column < COUNT; column++) {
                    row[column] = found.getObject(column + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
