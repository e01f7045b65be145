package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.Set;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.Sql;

/** How many hits there are; they are not gathered. */
record Counted(Hits hits) {

    long all() throws SQLException {
        CityQuery query = hits.query();
        boolean anywhere = !query.filter().isLocal() && query.near() == null;
        if (query.text() != null) {
            Set<Long> ids = hits.ids(new Lookup.Words(query.text()));
            return anywhere ? ids.size() : hits.countWith(ids);
        }
        if (anywhere) {
            return Sql.of("SELECT count(*) FROM (")
                    .add(hits.spots().all())
                    .add(")")
                    .number(hits.connection());
        }
        return hits.count(
                query.filter().isLocal()
                        ? hits.spots().in(hits.cells())
                        : hits.spots().all());
    }
}
