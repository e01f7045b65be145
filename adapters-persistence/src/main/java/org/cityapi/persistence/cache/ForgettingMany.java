package org.cityapi.persistence.cache;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.ManyCities;

/** Tells the near cache that many cities are written. */
record ForgettingMany(NearCache cache, ManyCities many) implements ManyCities {

    @Override
    public Map<CityId, City> find(Collection<CityId> ids) {
        return many.find(ids);
    }

    @Override
    public Map<GeonameId, City> withGeonameIds(Collection<GeonameId> ids) {
        return many.withGeonameIds(ids);
    }

    @Override
    public <T> T together(Function<Writes, T> work) {
        cache.touchAll();
        return many.together(work);
    }
}
