package org.cityapi.persistence.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.cityapi.persistence.Sql;
import org.cityapi.persistence.names.Lexemes;
import org.cityapi.persistence.names.NamedCity;

/** Fills the tables of names from that of the cities. */
record NameCopy(Connection connection) {

    /** How many cities are read at a time. */
    private static final int CHUNK = 5_000;

    /** The largest first: so names that are found together lie together. */
    private static final String CITIES = "SELECT " + NamedCity.COLUMNS + " FROM city ";

    private static final String ORDER = "ORDER BY population DESC, id LIMIT ?";
    private static final String TOKENS = "INSERT INTO city_token (token) SELECT token FROM"
            + " (SELECT DISTINCT unnest(tsvector_to_array(lexemes)) FROM city_name) AS lexeme (token)"
            + " WHERE strpos(token, '" + Lexemes.SIGN + "') = 0 ORDER BY token";

    /** Puts tokens in that are not there yet. */
    static final String NEW_TOKENS = "INSERT INTO city_token (token) SELECT unnest(?) ON CONFLICT (token) DO NOTHING";

    void run() throws SQLException {
        boolean isFirst = Sql.of("SELECT count(*) FROM (SELECT 1 FROM city_name LIMIT 1) AS one")
                        .number(connection)
                == 0;
        execute("DELETE FROM city_name");
        execute("DELETE FROM city_token");
        if (isFirst) {
            // To sort all at once takes half the time. Who looks for a name in the register, which is empty, is
            // refused.
            execute("DROP INDEX city_name_in_order, city_name_main_in_order, city_name_by_lexeme");
        }
        Sql next = Sql.of(CITIES + ORDER, CHUNK);
        for (List<NamedCity> cities = read(next); !cities.isEmpty(); cities = read(next)) {
            copy(cities);
            NamedCity last = cities.get(cities.size() - 1);
            next = Sql.of(
                    CITIES + "WHERE population <= ? AND (population < ? OR id > ?) " + ORDER,
                    last.population(),
                    last.population(),
                    last.id(),
                    CHUNK);
        }
        if (isFirst) {
            execute("CREATE INDEX city_name_in_order ON city_name (population DESC, city_id)");
            execute("CREATE INDEX city_name_main_in_order ON city_name (population DESC, city_id)"
                    + " WHERE lexemes @@ '''='':*'::tsquery");
            execute("CREATE INDEX city_name_by_lexeme ON city_name USING gin (lexemes) WITH (fastupdate = off)");
        }
        execute(TOKENS);
        execute("ANALYZE city, city_name, city_token");
    }

    /** Adds the cities from this id on. */
    void from(long id) throws SQLException {
        Sql next = Sql.of(CITIES + "WHERE id >= ? ORDER BY id LIMIT ?", id, CHUNK);
        for (List<NamedCity> cities = read(next); !cities.isEmpty(); cities = read(next)) {
            add(cities);
            long last = cities.get(cities.size() - 1).id();
            next = Sql.of(CITIES + "WHERE id > ? ORDER BY id LIMIT ?", last, CHUNK);
        }
    }

    /** Adds these cities. */
    void some(List<Long> ids) throws SQLException {
        for (int from = 0; from < ids.size(); from += CHUNK) {
            add(read(Sql.of(CITIES + "WHERE ").addIn("id", ids.subList(from, Math.min(from + CHUNK, ids.size())))));
        }
    }

    private void add(List<NamedCity> cities) throws SQLException {
        copy(cities);
        String[] tokens = cities.stream()
                .flatMap(city -> city.tokens().stream())
                .flatMap(List::stream)
                .filter(Lexemes::isOne)
                .distinct()
                .toArray(String[]::new);
        try (PreparedStatement statement = connection.prepareStatement(NEW_TOKENS)) {
            statement.setArray(1, connection.createArrayOf("text", tokens));
            statement.executeUpdate();
        }
    }

    private List<NamedCity> read(Sql sql) throws SQLException {
        return sql.rows(NamedCity::read).run(connection).parallelStream()
                .map(Supplier::get)
                .toList();
    }

    private void copy(List<NamedCity> cities) throws SQLException {
        CopyText copy = CopyText.into(connection, "city_name (population, city_id, number, lexemes)");
        try {
            for (NamedCity city : cities) {
                int number = 0;
                for (List<String> tokens : city.tokens()) {
                    copy.add(city.population())
                            .add(city.id())
                            .add(number++)
                            .add(LexemeSyntax.vector(tokens))
                            .endRow();
                }
            }
            copy.end();
        } finally {
            copy.cancel();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
