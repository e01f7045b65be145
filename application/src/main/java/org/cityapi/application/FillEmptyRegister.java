package org.cityapi.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.user.Actor;

/** Fills a register that never held a city, at its first start. */
public final class FillEmptyRegister {

    /** How many cities are handed over at a time. */
    private static final int CHUNK = 2_000;

    private final UnitOfWork work;
    private final CityRepository cities;
    private final ManyCities many;
    private final ChangeLog changes;
    private final Clock clock;

    public FillEmptyRegister(UnitOfWork work, CityRepository cities, ManyCities many, ChangeLog changes, Clock clock) {
        this.work = work;
        this.cities = cities;
        this.many = many;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Adds all these cities in one transaction, as one entry of the change log.
     *
     * @param source opened only when they are needed
     * @return how many were added; 0 when the register was in use before, even if its cities were all deleted since
     */
    public long fill(Supplier<Iterator<CityDetails>> source) {
        return work.write(() -> {
            if (!changes.isEmpty() || !cities.isEmpty()) {
                return 0L;
            }
            var now = KeptTime.now(clock);
            Iterator<CityDetails> details = source.get();
            long count = many.together(writes -> addAll(details, writes, now));
            changes.append(Change.loaded(now, Actor.system()));
            return count;
        });
    }

    private static long addAll(Iterator<CityDetails> details, ManyCities.Writes writes, Instant now) {
        long count = 0;
        while (details.hasNext()) {
            List<CityDetails> chunk = new ArrayList<>(CHUNK);
            while (chunk.size() < CHUNK && details.hasNext()) {
                chunk.add(details.next());
            }
            count += writes.add(chunk, null, now).size();
        }
        return count;
    }
}
