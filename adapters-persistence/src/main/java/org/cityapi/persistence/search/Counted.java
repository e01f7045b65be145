package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.Sql;

/** How many hits there are; their cities are not read. */
record Counted(Hits hits) {

    long all() throws SQLException {
        CityQuery query = hits.query();
        boolean anywhere = !query.filter().isLocal() && query.near() == null;
        if (query.text() != null) {
            Set<Long> ids = hits.ids(new Lookup.Words(query.text()));
            return anywhere ? ids.size() : those(ids);
        }
        if (anywhere) {
            return Sql.of("SELECT count(*) FROM (")
                    .add(places().all())
                    .add(") AS places")
                    .number(hits.connection());
        }
        return those(query.filter().isLocal() ? places().in(hits.cells()) : places().all());
    }

    private long those(Set<Long> ids) throws SQLException {
        long count = 0;
        for (List<Long> some : Hits.parts(ids)) {
            count += those(places().with(some));
        }
        return count;
    }

    private long those(Sql places) throws SQLException {
        return places.count(row -> Spot.of(row, SortField.ID), hits::holds).run(hits.connection());
    }

    /** Where cities lie, without what they are sorted by: the index of squares holds all of it. */
    private Spots places() {
        return new Spots(hits.query().filter(), SortField.ID, hits.dialect());
    }
}
