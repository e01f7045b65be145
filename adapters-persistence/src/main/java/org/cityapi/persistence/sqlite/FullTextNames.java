package org.cityapi.persistence.sqlite;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.NameKey;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.SearchText;
import org.cityapi.domain.search.Typos;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.NameIndex;
import org.jspecify.annotations.Nullable;

/**
 * Names in SQLite's full-text index (FTS5), one row each. The row's id holds population, city and number of the name:
 * so the index itself gives the largest cities first, from any place on, and reads no more than is asked for.
 */
@Singleton
final class FullTextNames implements NameIndex {

    /** Bits of the number of a city's key, and of a city's id; the population has the 27 that are left. */
    private static final int NAME_BITS = 11;

    private static final int ID_BITS = 26;
    private static final long LAST_NAME = (1L << NAME_BITS) - 1;

    /** Beyond it no city finds room; ids are never given twice. */
    static final long LAST_ID = (1L << ID_BITS) - 1;

    /** Half of all populations are above it, so that the sign is a bit as well. */
    private static final long MIDDLE = Population.MAX / 2;

    private static final String INSERT = NameFill.INSERT;
    private static final String DELETE = "DELETE FROM city_name WHERE rowid BETWEEN ? AND ?";
    private static final String FIND = "SELECT rowid FROM city_name WHERE city_name MATCH ? AND rowid BETWEEN ? AND ? ";

    private final Words words = new Words();

    @Override
    public void add(Connection connection, long id, CityDetails details) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            long row = firstRow(details.population().value(), id);
            for (NameKey name : keys(details)) {
                String tokens = Tokens.of(name, details.country().value());
                statement.setLong(1, row++);
                statement.setString(2, tokens);
                statement.executeUpdate();
                words.add(tokens);
            }
        }
    }

    @Override
    public void remove(Connection connection, long id, CityDetails details) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            long row = firstRow(details.population().value(), id);
            statement.setLong(1, row);
            statement.setLong(2, row | LAST_NAME);
            statement.executeUpdate();
        }
    }

    @Override
    public void rebuild(Connection connection) throws SQLException {
        NameFill.run(connection);
        words.forget();
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

    /** The keys of a city, each for a row; one too many would be another city's. */
    static List<NameKey> keys(CityDetails details) {
        List<NameKey> keys = details.nameKeys();
        if (keys.size() > LAST_NAME + 1) {
            throw new IllegalStateException("A city has no more keys than " + (LAST_NAME + 1));
        }
        return keys;
    }

    private static Place place(long row) {
        return new Place(MIDDLE - (row >> (ID_BITS + NAME_BITS)), (row >> NAME_BITS) & LAST_ID);
    }

    @Override
    public List<Place> find(
            Connection connection, Lookup lookup, CityFilter filter, @Nullable Place from, boolean backwards, int max)
            throws SQLException {
        String match = match(connection, lookup);
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
            statement.setString(1, match + countries(filter.countries()));
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

    private static String countries(Collection<CountryCode> countries) {
        return countries.isEmpty()
                ? ""
                : " AND "
                        + Tokens.anyOf(countries.stream()
                                .map(country -> Tokens.term(Tokens.COUNTRY + country.value()))
                                .sorted()
                                .toList());
    }

    /** The query of a lookup; null when it can find nothing. */
    private @Nullable String match(Connection connection, Lookup lookup) throws SQLException {
        if (lookup instanceof Lookup.Same same) {
            return Tokens.term(Tokens.MAIN + whole(same.text()));
        } else if (lookup instanceof Lookup.Near near) {
            String whole = whole(near.text());
            return Tokens.anyOf(List.of(Tokens.term(Tokens.MAIN + whole) + "*", Tokens.term(Tokens.OTHER + whole)));
        } else if (lookup instanceof Lookup.Words words) {
            return Tokens.allOf(words.text().words().stream()
                    .map(word -> Tokens.term(word) + "*")
                    .toList());
        }
        List<Lexicon> lexicons = words.in(connection);
        return lookup instanceof Lookup.Typos typos
                ? typos(lexicons, typos.text())
                : typosInWords(lexicons, ((Lookup.TyposInWords) lookup).text());
    }

    private static String whole(SearchText text) {
        return Tokens.whole(text.key().value());
    }

    private static @Nullable String typos(List<Lexicon> lexicons, SearchText text) {
        String all = text.key().value().replace(" ", "");
        Set<String> wholes = new TreeSet<>();
        for (String kind : List.of(Tokens.MAIN, Tokens.OTHER)) {
            lexicons.forEach(lexicon -> wholes.addAll(lexicon.like(kind, all, Typos.allowed(all))));
        }
        return wholes.isEmpty()
                ? null
                : Tokens.anyOf(wholes.stream().map(Tokens::term).toList());
    }

    private static @Nullable String typosInWords(List<Lexicon> lexicons, SearchText text) {
        if (text.words().size() > Typos.MOST_WORDS) {
            return null;
        }
        List<String> each = new ArrayList<>();
        boolean any = false;
        for (String word : new HashSet<>(text.words())) {
            Set<String> meant = new TreeSet<>(List.of(Tokens.term(word) + "*"));
            lexicons.forEach(lexicon ->
                    lexicon.like("", word, Typos.allowed(word)).forEach(like -> meant.add(Tokens.term(like))));
            any |= meant.size() > 1;
            each.add(Tokens.anyOf(List.copyOf(meant)));
        }
        return any ? Tokens.allOf(each) : null;
    }
}
