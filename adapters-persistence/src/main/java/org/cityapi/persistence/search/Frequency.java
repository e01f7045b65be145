package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.List;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.NameIndex.Place;
import org.cityapi.persistence.Sql;

/**
 * How frequent a name is, told from the largest cities alone: however many have it, that takes the same time.
 *
 * @param lookup that finds the cities that have it
 */
record Frequency(Hits hits, Lookup lookup) {

    /**
     * How many cities may be read until so many with the name are found; 0 where it is rarer than that, so that it is
     * cheaper to gather all that have it, or where the query asks for more than the name.
     */
    int reads(int wanted) throws SQLException {
        if (!hits.query().filter().equals(CityFilter.ALL)) {
            return 0;
        }
        int sample = hits.costs().sample();
        List<Place> largest = hits.names().find(hits.connection(), lookup, CityFilter.ALL, null, false, sample);
        if (largest.size() < sample) {
            return 0;
        }
        // To gather costs as many ids as cities have it; to read, the inverse share of the cities that have it.
        long all = Sql.of("SELECT max(id) FROM city").number(hits.connection());
        double rare = Math.sqrt(all / ((double) wanted * hits.costs().dear()));
        int passed = (int) Math.min(Integer.MAX_VALUE, sample * rare);
        Sql larger = Sql.of(
                "SELECT id FROM city WHERE population > ?",
                largest.get(sample - 1).population());
        return Spots.count(larger, passed).number(hits.connection()) < passed
                ? (int) Math.min(Integer.MAX_VALUE, wanted * rare)
                : 0;
    }
}
