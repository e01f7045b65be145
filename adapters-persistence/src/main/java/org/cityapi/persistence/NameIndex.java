package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.search.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Which city has which names: what each database keeps in its own way. Cities come in the order of {@link Place}, the
 * largest first.
 */
public interface NameIndex {

    void add(Connection connection, long id, CityDetails details) throws SQLException;

    /** Puts in all cities of the table {@code city} from this id on. */
    void addFrom(Connection connection, long id) throws SQLException;

    /** Puts in cities of the table {@code city}, which are there with just this population. */
    void addAll(Connection connection, List<Place> places) throws SQLException;

    /** Takes out cities as they were put in. */
    void remove(Connection connection, List<City> cities) throws SQLException;

    /** Puts in all cities of the table {@code city}, and nothing else. */
    void rebuild(Connection connection) throws SQLException;

    /** Tells that many names are about to be put in at once; {@link #forget} follows, whatever becomes of them. */
    void expectMany();

    /** Lets what is kept in memory of all names be read anew, when the transaction that put in many is over. */
    void forget();

    /**
     * Makes ready for lookups that are {@link Lookup.Forgiving}, which may take long the first time: to be called before a
     * connection is taken, which others would have to wait for.
     */
    void prepare(ConsistentReads reads);

    /**
     * Cities that a lookup finds and that pass the filter's countries and bounds, each once; where they lie is not
     * asked.
     *
     * @param from those beyond it; null for all
     * @param backwards whether those before it are meant, the nearest first
     * @param max how many at most
     */
    List<Place> find(
            Connection connection, Lookup lookup, CityFilter filter, @Nullable Place from, boolean backwards, int max)
            throws SQLException;

    /**
     * A city's place in the order.
     *
     * @param population before the id, the larger first
     */
    record Place(long population, long id) {}

    /** What is looked up. */
    sealed interface Lookup {

        /** Cities whose main name equals the text. */
        record Same(SearchText text) implements Lookup {}

        /** Cities whose main name begins with the text, or that have another name which equals it. */
        record Near(SearchText text) implements Lookup {}

        /** Cities that have a name each of these words begins a word of. */
        record Words(SearchText text) implements Lookup {}

        /** Cities that have a name which a text with typing errors may mean as a whole. */
        record Typos(SearchText text) implements Forgiving {}

        /** Cities that have a name of whose words that is so, and perhaps others that are found with typing errors. */
        record TyposInWords(SearchText text) implements Forgiving {}

        /** Cities whose main name begins with the text but for an error. */
        record TyposInBeginning(SearchText text) implements Forgiving {}

        /** Those of {@link TyposInWords}, and others, where words of the text may also begin words of the name but for an error. */
        record TyposInBeginnings(SearchText text) implements Forgiving {}

        /** What is looked up with typing errors. */
        sealed interface Forgiving extends Lookup {}
    }
}
