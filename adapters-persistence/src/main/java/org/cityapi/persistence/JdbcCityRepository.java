package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.CountryTotals;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Cities in the table {@code city}. */
@Singleton
final class JdbcCityRepository implements CityRepository {

    private static final String FIND = "SELECT " + CityRow.COLUMNS + " FROM city WHERE id = ?";
    private static final String VERSION = "SELECT version FROM city WHERE id = ?";
    private static final String ID_AT = "SELECT id FROM city ORDER BY id LIMIT 1 OFFSET ?";
    private static final String IS_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM city)";
    private static final String TOTALS =
            "SELECT country_code, count(*), sum(population) FROM city GROUP BY country_code ORDER BY country_code";
    private static final String DELETE = "DELETE FROM city WHERE id = ? AND version = ?";

    private final JdbcUnitOfWork work;
    private final Dialect dialect;
    private final NameIndex names;

    JdbcCityRepository(JdbcUnitOfWork work, Dialect dialect, NameIndex names) {
        this.work = work;
        this.dialect = dialect;
        this.names = names;
    }

    @Override
    public Optional<City> find(CityId id) {
        return work.query(Sql.of(FIND, id.value()).row(CityRow::city));
    }

    @Override
    public Optional<Long> version(CityId id) {
        return work.query(Sql.of(VERSION, id.value()).row(row -> row.getLong(1)));
    }

    @Override
    public List<City> list(CityFilter filter, CitySort sort, Scroll scroll) {
        return work.query(new CityListing(filter, sort, scroll)::cities);
    }

    @Override
    public Optional<CityId> idAt(long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("A negative offset: " + offset);
        }
        return work.query(Sql.of(ID_AT, offset).row(row -> new CityId(row.getLong(1))));
    }

    @Override
    public boolean isEmpty() {
        return work.query(Sql.of(IS_EMPTY).row(row -> row.getBoolean(1))).orElseThrow();
    }

    @Override
    public List<CountryTotals> totals() {
        return work.query(Sql.of(TOTALS)
                .rows(row -> new CountryTotals(new CountryCode(row.getString(1)), row.getLong(2), row.getLong(3))));
    }

    @Override
    public City add(CityDetails details, @Nullable UserId by, Instant at) {
        return work.update(connection -> {
            CityRow city = CityRow.of(details);
            try (PreparedStatement statement = connection.prepareStatement(CityRow.INSERT + "RETURNING id")) {
                city.bind(statement);
                CityRow.bindMaker(statement, by, at);
                ResultSet row = statement.executeQuery();
                row.next();
                long id = row.getLong(1);
                names.add(connection, id, details);
                return new City(new CityId(id), details, by, at, at, 1);
            } catch (SQLException e) {
                throw city.refusal(e, dialect);
            }
        });
    }

    @Override
    public void replace(City next) {
        work.update(connection -> {
            CityRow city = CityRow.of(next.details());
            Optional<City> before = find(next.id());
            try (PreparedStatement statement = connection.prepareStatement(CityRow.UPDATE)) {
                city.bindUpdate(statement, next);
                boolean changed = changedOne(statement.executeUpdate(), next.id());
                rename(connection, before.orElseThrow(), next);
                return changed;
            } catch (SQLException e) {
                throw city.refusal(e, dialect);
            }
        });
    }

    /** Leaves the index of names as it is where a change concerns nothing of it. */
    private void rename(Connection connection, City before, City next) throws SQLException {
        if (isRenamed(before.details(), next.details())) {
            names.remove(connection, List.of(before));
            names.add(connection, next.id().value(), next.details());
        }
    }

    /** Whether the index of names keeps something else of a city now. */
    static boolean isRenamed(CityDetails was, CityDetails is) {
        return !was.name().equals(is.name())
                || !was.otherNames().equals(is.otherNames())
                || !was.population().equals(is.population())
                || !was.country().equals(is.country());
    }

    @Override
    public void delete(City city) {
        Statements<Integer> delete =
                Sql.of(DELETE, city.id().value(), city.version()).change();
        work.update(connection -> {
            boolean changed = changedOne(delete.run(connection), city.id());
            names.remove(connection, List.of(city));
            return changed;
        });
    }

    @Override
    public void restore(City city) {
        work.update(connection -> {
            CityRow row = CityRow.of(city.details());
            try {
                new Rows("city", CityRow.ALL, List.<@Nullable Object[]>of(row.values(city))).insert(connection);
                names.add(connection, city.id().value(), city.details());
                return city;
            } catch (SQLException e) {
                throw row.refusal(e, dialect);
            }
        });
    }

    boolean changedOne(int changed, CityId id) {
        if (changed == 1) {
            return true;
        }
        throw find(id).<Rejection>map(Rejection.Stale::new)
                .orElseGet(() -> new Rejection.NotFound(new Thing("city", Long.toString(id.value()))));
    }
}
