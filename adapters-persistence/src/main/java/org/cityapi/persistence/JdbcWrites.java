package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Writes of many cities; what has new names is put into the index of names at the end, in the order that suits it. */
final class JdbcWrites implements ManyCities.Writes {

    private static final String DELETE = "DELETE FROM city WHERE id = ? AND version = ?";

    private final JdbcCityRepository cities;
    private final JdbcUnitOfWork work;
    private final Dialect dialect;
    private final NameIndex names;
    private final boolean beganEmpty;
    private final List<NameIndex.Place> renamed = new ArrayList<>();
    private @Nullable Long firstAdded;
    private @Nullable PendingCities pending;

    JdbcWrites(JdbcCityRepository cities, JdbcUnitOfWork work, Dialect dialect, NameIndex names, boolean beganEmpty) {
        this.cities = cities;
        this.work = work;
        this.dialect = dialect;
        this.names = names;
        this.beganEmpty = beganEmpty;
    }

    @Override
    public boolean beganEmpty() {
        return beganEmpty;
    }

    @Override
    public List<City> add(List<CityDetails> details, @Nullable UserId by, Instant at) {
        if (details.isEmpty()) {
            return List.of();
        }
        return work.update(connection -> {
            long[] ids = numbers(connection, details.size());
            List<City> added = IntStream.range(0, ids.length)
                    .mapToObj(i -> new City(new CityId(ids[i]), details.get(i), by, at, at, 1))
                    .toList();
            PendingCities next = PendingCities.of(added);
            end(connection);
            pending = next;
            firstAdded = firstAdded == null ? (Long) ids[0] : firstAdded;
            return added;
        });
    }

    /** The database knows of no number that is not inserted yet. */
    private long[] numbers(Connection connection, int count) throws SQLException {
        int waiting = pending == null ? 0 : pending.cities().size();
        return dialect.nextNumbers(connection, "city", waiting, count);
    }

    @Override
    public void replace(List<ManyCities.Replacement> replacements) {
        if (replacements.isEmpty()) {
            return;
        }
        work.update(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CityRow.UPDATE)) {
                List<City> batch = new ArrayList<>();
                for (ManyCities.Replacement each : replacements) {
                    boolean alone = isNumbered(each);
                    if (alone) {
                        batch = run(statement, batch);
                    }
                    CityRow.of(each.next().details()).bindUpdate(statement, each.next());
                    statement.addBatch();
                    batch.add(each.next());
                    if (alone) {
                        batch = run(statement, batch);
                    }
                }
                run(statement, batch);
            }
            rename(connection, replacements);
            return replacements.size();
        });
    }

    /** Whether it may be refused for its number; of several in a batch, databases do not tell which was. */
    private static boolean isNumbered(ManyCities.Replacement each) {
        return !Objects.equals(
                each.before().details().geonameId(), each.next().details().geonameId());
    }

    /** Runs a batch, of which only one of a single city may be refused for its number; gives the next one. */
    private List<City> run(PreparedStatement statement, List<City> batch) throws SQLException {
        try {
            int[] changed = statement.executeBatch();
            for (int i = 0; i < changed.length; i++) {
                cities.changedOne(changed[i], batch.get(i).id());
            }
        } catch (SQLException e) {
            if (dialect.isDuplicate(e)) {
                throw PendingCities.taken(batch.get(0), e);
            }
            throw e;
        }
        return new ArrayList<>();
    }

    private void rename(Connection connection, List<ManyCities.Replacement> replacements) throws SQLException {
        List<City> before = new ArrayList<>();
        for (ManyCities.Replacement each : replacements) {
            CityDetails next = each.next().details();
            if (JdbcCityRepository.isRenamed(each.before().details(), next)) {
                before.add(each.before());
                renamed.add(new NameIndex.Place(
                        next.population().value(), each.next().id().value()));
            }
        }
        if (!before.isEmpty()) {
            names.remove(connection, before);
        }
    }

    @Override
    public void delete(List<City> doomed) {
        work.update(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
                for (City city : doomed) {
                    statement.setLong(1, city.id().value());
                    statement.setLong(2, city.version());
                    statement.addBatch();
                }
                run(statement, doomed);
            }
            names.remove(connection, doomed);
            return doomed.size();
        });
    }

    /** Inserts what is not inserted yet. */
    void end(Connection connection) throws SQLException {
        PendingCities waiting = pending;
        if (waiting != null) {
            pending = null;
            waiting.insert(connection, dialect);
        }
    }

    /** Whether there are names to be put into the index. */
    boolean hasNames() {
        return !renamed.isEmpty() || firstAdded != null;
    }

    /** Puts the names of all that was added or renamed into the index. */
    void nameAll(Connection connection) throws SQLException {
        if (!renamed.isEmpty()) {
            names.addAll(connection, renamed);
        }
        if (firstAdded != null) {
            names.addFrom(connection, firstAdded);
        }
    }
}
