package org.cityapi.persistence.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Typos;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.NameIndex;
import org.cityapi.persistence.Statements;
import org.cityapi.persistence.Turns;

/** Search in the tables {@code city} and, by a {@link NameIndex}, of its names. */
@Singleton
final class JdbcCitySearch implements CitySearch {

    /** Milliseconds that a search waits for its turn; plain reads do not wait for searches. */
    private static final int PATIENCE = 1_000;

    private final ConsistentReads reads;
    private final NameIndex names;
    private final Dialect dialect;
    private final Turns turns;
    private final Costs costs;
    private final Density density;

    @Inject
    JdbcCitySearch(ConsistentReads reads, NameIndex names, Dialect dialect) {
        this(reads, names, dialect, Costs.USUAL, new Density(reads));
    }

    JdbcCitySearch(ConsistentReads reads, NameIndex names, Dialect dialect, Costs costs, Density density) {
        this.reads = reads;
        this.names = names;
        this.dialect = dialect;
        this.turns = new Turns(dialect.searches(), PATIENCE, Dependency.SEARCH);
        this.costs = costs;
        this.density = density;
    }

    @Override
    public List<Hit> find(CityQuery query, Scroll scroll) {
        return query.isHopeless() || scroll.max() == 0
                ? List.of()
                : inTurn(connection -> find(connection, query, scroll));
    }

    private List<Hit> find(Connection connection, CityQuery query, Scroll scroll) throws SQLException {
        Hits hits = hits(connection, query);
        if (query.isByRelevance()) {
            return query.near() == null ? new RankedHits(hits).find(scroll) : new NearestNames(hits).find(scroll);
        }
        return query.isByDistance() ? new NearestHits(hits, null).find(scroll) : new FieldHits(hits).find(scroll);
    }

    @Override
    public List<Hit> typos(CityQuery query, int max) {
        if (query.text() == null || query.isHopeless() || max == 0 || Typos.allowed(query.text()) == 0) {
            return List.of();
        }
        names.prepare(reads);
        return inTurn(connection -> new TypoHits(hits(connection, query)).find(max));
    }

    @Override
    public long count(CityQuery query) {
        if (query.isHopeless()) {
            return 0;
        }
        Statements<Long> count = connection -> new Counted(hits(connection, query)).all();
        return query.isPlain() ? reads.inOneState(count) : inTurn(count);
    }

    private Hits hits(Connection connection, CityQuery query) {
        return new Hits(connection, names, query, dialect, costs, density);
    }

    private <T> T inTurn(Statements<T> statements) {
        return turns.take(() -> reads.inOneState(statements));
    }
}
