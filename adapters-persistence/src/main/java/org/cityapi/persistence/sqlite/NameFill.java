package org.cityapi.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.persistence.NameIndex.Place;
import org.cityapi.persistence.Sql;
import org.cityapi.persistence.names.NamedCity;

/** Puts the names of many cities into the index of names, in its own order, which is the quickest. */
final class NameFill {

    static final String INSERT = "INSERT INTO city_name (rowid, tokens) VALUES (?, ?)";

    private static final String ALL = "SELECT " + NamedCity.COLUMNS + " FROM city ";

    /** As expressions, so that the rows are read where they lie, and sorted afterwards. */
    private static final String ORDER = " ORDER BY (population + 0) DESC, (id + 0)";

    /** How many cities' tokens are computed at a time, by another thread than that which inserts. */
    private static final int CHUNK = 1_000;

    private final PreparedStatement insert;
    private List<Supplier<NamedCity>> gathered = new ArrayList<>();
    private CompletableFuture<List<Row>> ready = CompletableFuture.completedFuture(List.of());

    private NameFill(PreparedStatement insert) {
        this.insert = insert;
    }

    private record Row(long id, String tokens) {}

    /** All cities, and nothing else. */
    static void run(Connection connection) throws SQLException {
        try (Statement control = connection.createStatement()) {
            control.execute("INSERT INTO city_name (city_name) VALUES ('delete-all')");
            add(connection, Sql.of(ALL + ORDER));
            // A lookup seeks in each piece of the index; there are several when not all found room at once.
            control.execute("INSERT INTO city_name (city_name) VALUES ('optimize')");
        }
    }

    /** Those from this id on. */
    static void from(Connection connection, long id) throws SQLException {
        add(connection, Sql.of(ALL + "WHERE id >= ?" + ORDER, id));
    }

    /** Some cities. */
    static void some(Connection connection, List<Place> places) throws SQLException {
        List<Place> sorted = places.stream()
                .sorted(Comparator.comparing(Place::population).reversed().thenComparing(Place::id))
                .toList();
        add(connection, fill -> {
            for (int from = 0; from < sorted.size(); from += CHUNK) {
                List<Place> chunk = sorted.subList(from, Math.min(from + CHUNK, sorted.size()));
                Sql.of(ALL + "WHERE ")
                        .addIn("id", chunk.stream().map(Place::id).toList())
                        .add(ORDER)
                        .each(fill::take)
                        .run(connection);
            }
        });
    }

    private static void add(Connection connection, Sql cities) throws SQLException {
        add(connection, fill -> cities.each(fill::take).run(connection));
    }

    /** What hands all its cities over. */
    private interface Source {

        void into(NameFill fill) throws SQLException;
    }

    private static void add(Connection connection, Source cities) throws SQLException {
        try (Statement control = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            // Bytes that are gathered before they are sorted into the index: all names of the bundled cities.
            control.execute("INSERT INTO city_name (city_name, rank) VALUES ('hashsize', 67108864)");
            NameFill fill = new NameFill(insert);
            cities.into(fill);
            fill.pass();
            fill.pass();
            control.execute("INSERT INTO city_name (city_name, rank) VALUES ('hashsize', 1048576)");
        }
    }

    private void take(ResultSet row) throws SQLException {
        gathered.add(NamedCity.read(row));
        if (gathered.size() == CHUNK) {
            pass();
        }
    }

    /** Hands what was gathered over to the other thread, and inserts what that has made of the chunk before. */
    private void pass() throws SQLException {
        List<Supplier<NamedCity>> chunk = gathered;
        List<Row> rows = ready.join();
        ready = CompletableFuture.supplyAsync(
                () -> chunk.stream().flatMap(city -> rows(city.get())).toList());
        gathered = new ArrayList<>(CHUNK);
        for (Row row : rows) {
            insert.setLong(1, row.id());
            insert.setString(2, row.tokens());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private static Stream<Row> rows(NamedCity city) {
        long first = FullTextNames.firstRow(city.population(), city.id());
        List<List<String>> tokens = FullTextNames.tokens(city);
        return IntStream.range(0, tokens.size()).mapToObj(i -> new Row(first + i, String.join(" ", tokens.get(i))));
    }
}
