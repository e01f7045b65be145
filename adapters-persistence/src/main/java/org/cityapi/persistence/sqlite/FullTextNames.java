package org.cityapi.persistence.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.NameIndex;
import org.cityapi.persistence.Sql;
import org.cityapi.persistence.names.Expressions;
import org.cityapi.persistence.names.NamedCity;
import org.cityapi.persistence.names.TokenList;
import org.cityapi.persistence.names.Words;
import org.jspecify.annotations.Nullable;

/**
 * Names in SQLite's full-text index (FTS5), one row each. The row's id holds population, city and number of the name:
 * so the index itself gives the largest cities first, from any place on, and reads no more than is asked for.
 */
@Singleton
@Requires(property = Dialect.PROPERTY, value = SqliteDatabase.NAME)
final class FullTextNames implements NameIndex {

    /** Bits of the number of a city's key, and of a city's id; the population has the 27 that are left. */
    private static final int NAME_BITS = 11;

    private static final int ID_BITS = 26;
    private static final long LAST_NAME = (1L << NAME_BITS) - 1;

    /** Beyond it no city finds room; ids are never given twice. */
    static final long LAST_ID = (1L << ID_BITS) - 1;

    /** Half of all populations are above it, so that the sign is a bit as well. */
    private static final long MIDDLE = Population.MAX / 2;

    private static final String DELETE = "DELETE FROM city_name WHERE rowid BETWEEN ? AND ?";
    private static final String FIND = "SELECT rowid FROM city_name WHERE city_name MATCH ? AND rowid BETWEEN ? AND ? ";

    /** Reads next to nothing. */
    private static final String BEGIN = "SELECT count(*) FROM (SELECT 1 FROM city LIMIT 1)";

    private static final String VOCABULARY = "SELECT term FROM city_name_term";

    private final Words words = new Words(FullTextNames::vocabulary);
    private final Expressions expressions = new Expressions(words, new FullTextSyntax());
    private final DataSource writers;

    FullTextNames(@Named("writer") DataSource writers) {
        this.writers = writers;
    }

    @Override
    public void add(Connection connection, long id, CityDetails details) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NameFill.INSERT)) {
            long row = firstRow(details.population().value(), id);
            for (List<String> tokens : tokens(NamedCity.of(id, details))) {
                statement.setLong(1, row++);
                statement.setString(2, String.join(" ", tokens));
                statement.executeUpdate();
                words.add(tokens);
            }
        }
    }

    @Override
    public void addFrom(Connection connection, long id) throws SQLException {
        NameFill.from(connection, id);
    }

    @Override
    public void addAll(Connection connection, List<Place> places) throws SQLException {
        NameFill.some(connection, places);
    }

    @Override
    public void remove(Connection connection, List<City> cities) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            for (City city : cities) {
                long row =
                        firstRow(city.details().population().value(), city.id().value());
                statement.setLong(1, row);
                statement.setLong(2, row | LAST_NAME);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void rebuild(Connection connection) throws SQLException {
        NameFill.run(connection);
    }

    @Override
    public void expectMany() {
        words.expectMany();
    }

    @Override
    public void forget() {
        words.forget();
        // On this connection FTS5 has a hash table now for many names at once, and would go through it with each
        // commit.
        // The pool opens another one when this one is given back.
        try {
            writers.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void prepare(ConsistentReads reads) {
        words.prepare(reads);
    }

    /** @throws Rejection.Unavailable when the id is beyond the last that finds room */
    static long firstRow(long population, long id) {
        if (id > LAST_ID) {
            throw new Rejection.Unavailable(new IllegalStateException("No city has an id above " + LAST_ID));
        }
        return ((MIDDLE - population) << (ID_BITS + NAME_BITS)) | (id << NAME_BITS);
    }

    /** The tokens of a city's names, each for a row; one too many would be another city's. */
    static List<List<String>> tokens(NamedCity city) {
        List<List<String>> tokens = city.tokens();
        if (tokens.size() > LAST_NAME + 1) {
            throw new IllegalStateException("A city has no more keys than " + (LAST_NAME + 1));
        }
        return tokens;
    }

    private static TokenList vocabulary(Connection connection) throws SQLException {
        TokenList.Builder tokens = new TokenList.Builder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(VOCABULARY)) {
            while (rows.next()) {
                tokens.add(rows.getString(1));
            }
        }
        return tokens.build();
    }

    private static Place place(long row) {
        return new Place(MIDDLE - (row >> (ID_BITS + NAME_BITS)), (row >> NAME_BITS) & LAST_ID);
    }

    @Override
    public List<Place> find(
            Connection connection, Lookup lookup, CityFilter filter, @Nullable Place from, boolean backwards, int max)
            throws SQLException {
        if (!(lookup instanceof Lookup.Same) && !(lookup instanceof Lookup.Near)) {
            // What a transaction sees is settled by its first statement: all words of that state are told afterwards.
            Sql.of(BEGIN).number(connection);
        }
        String match = expressions.of(connection, lookup, filter.countries());
        List<Place> found = new ArrayList<>();
        if (match == null) {
            return found;
        }
        long low = firstRow(filter.maxPopulation() == null ? Population.MAX : filter.maxPopulation(), 0);
        long high = firstRow(filter.minPopulation() == null ? 0 : filter.minPopulation(), LAST_ID) | LAST_NAME;
        if (from != null) {
            long here = firstRow(from.population(), Math.min(from.id(), LAST_ID));
            low = backwards ? low : Math.max(low, here + LAST_NAME + 1);
            high = backwards ? Math.min(high, here - 1) : high;
        }
        String sql = FIND + "ORDER BY rowid" + (backwards ? " DESC" : "");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, match);
            statement.setLong(2, low);
            statement.setLong(3, high);
            ResultSet rows = statement.executeQuery();
            Place last = null;
            while (found.size() < max && rows.next()) {
                Place place = place(rows.getLong(1));
                if (!place.equals(last)) {
                    found.add(place);
                }
                last = place;
            }
        }
        return found;
    }
}
