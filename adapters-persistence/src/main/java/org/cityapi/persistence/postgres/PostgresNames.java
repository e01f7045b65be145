package org.cityapi.persistence.postgres;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.NameIndex;
import org.cityapi.persistence.Sql;
import org.cityapi.persistence.names.Expressions;
import org.cityapi.persistence.names.Lexemes;
import org.cityapi.persistence.names.NamedCity;
import org.cityapi.persistence.names.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Names as {@code tsvector}s in the table {@code city_name}, one a row. Few are gathered through an inverted index (GIN)
 * and sorted; where they are many, they are soon met on a walk from the largest city on.
 */
@Singleton
@Requires(property = Dialect.PROPERTY, value = PostgresDatabase.NAME)
final class PostgresNames implements NameIndex {

    /** How many names a walk may meet before it is given up. */
    private static final int MET = 4_000;

    /** A text of more characters is not found so often that a walk would pay. */
    private static final int SHORT = 4;

    private static final String INSERT = """
            INSERT INTO city_name (population, city_id, number, lexemes)
            SELECT ?, ?, number - 1, lexemes::tsvector FROM unnest(?) WITH ORDINALITY AS name (lexemes, number)
            """;
    private static final String DELETE = "DELETE FROM city_name WHERE city_id = ANY (?)";

    /** Of many words and beginnings together the server expects so many names that it would read the whole table. */
    private static final String BY_INDEX = "SET LOCAL enable_seqscan = off";

    private final Vocabulary vocabulary = new Vocabulary();
    private final Expressions expressions = new Expressions(vocabulary.words(), new LexemeSyntax());

    @Override
    public void add(Connection connection, long id, CityDetails details) throws SQLException {
        NamedCity city = NamedCity.of(id, details);
        List<List<String>> tokens = city.tokens();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, city.population());
            statement.setLong(2, id);
            statement.setArray(3, texts(connection, tokens.stream().map(LexemeSyntax::vector)));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(NameCopy.NEW_TOKENS)) {
            Stream<String> all = tokens.stream().flatMap(List::stream).filter(Lexemes::isOne);
            statement.setArray(1, texts(connection, all.distinct()));
            statement.executeUpdate();
        }
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    @Override
    public void addFrom(Connection connection, long id) throws SQLException {
        new NameCopy(connection).from(id);
    }

    @Override
    public void addAll(Connection connection, List<Place> places) throws SQLException {
        new NameCopy(connection).some(places.stream().map(Place::id).toList());
    }

    @Override
    public void remove(Connection connection, List<City> cities) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            Object[] ids = cities.stream().map(city -> city.id().value()).toArray();
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }

    @Override
    public void rebuild(Connection connection) throws SQLException {
        new NameCopy(connection).run();
    }

    @Override
    public void expectMany() {
        vocabulary.words().expectMany();
    }

    @Override
    public void forget() {
        vocabulary.words().forget();
    }

    @Override
    public void prepare(ConsistentReads reads) {
        vocabulary.words().prepare(reads);
    }

    @Override
    public List<Place> find(
            Connection connection, Lookup lookup, CityFilter filter, @Nullable Place from, boolean backwards, int max)
            throws SQLException {
        if (lookup instanceof Lookup.Forgiving) {
            vocabulary.readNew(connection);
        }
        String names = expressions.of(connection, lookup, filter.countries());
        if (names == null) {
            return List.of();
        }
        NameStretch stretch = new NameStretch(names, filter, from, backwards);
        if (max < MET && isShort(lookup)) {
            List<Place> met = lookup instanceof Lookup.Near near
                    ? metNear(connection, near, stretch, max)
                    : places(connection, stretch.met(MET, max));
            if (met.size() == max) {
                return met;
            }
        }
        if (isOfMany(lookup)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(BY_INDEX);
            }
        }
        return places(connection, stretch.gathered(max));
    }

    /** Met by their main names, which are fewer; where they are enough, with those that have another name. */
    private List<Place> metNear(Connection connection, Lookup.Near near, NameStretch stretch, int max)
            throws SQLException {
        Collection<CountryCode> countries = stretch.filter().countries();
        List<Place> main = places(
                connection,
                stretch.of(expressions.mainNames(near.text(), countries)).metByMainName(MET, max));
        if (main.size() < max) {
            return main;
        }
        List<Place> other = places(
                connection,
                stretch.of(expressions.otherNames(near.text(), countries)).gathered(max));
        Comparator<Place> order =
                Comparator.comparingLong(Place::population).reversed().thenComparingLong(Place::id);
        return Stream.concat(main.stream(), other.stream())
                .distinct()
                .sorted(stretch.backwards() ? order.reversed() : order)
                .limit(max)
                .toList();
    }

    private static boolean isOfMany(Lookup lookup) {
        return lookup instanceof Lookup.Forgiving
                || (lookup instanceof Lookup.Words words && words.text().words().size() > 1);
    }

    private static boolean isShort(Lookup lookup) {
        if (lookup instanceof Lookup.Near near) {
            return near.text().key().value().length() <= SHORT;
        }
        return lookup instanceof Lookup.Words words
                && words.text().words().stream().allMatch(word -> word.length() <= SHORT);
    }

    private static List<Place> places(Connection connection, Sql sql) throws SQLException {
        return sql.rows(row -> new Place(row.getLong(1), row.getLong(2))).run(connection);
    }
}
