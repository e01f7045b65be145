package org.cityapi.domain.memory;

import java.time.Instant;
import java.util.List;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.idempotency.KeptWrites;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.session.Sessions;
import org.cityapi.domain.session.SignInAttempts;
import org.cityapi.domain.token.ApiTokens;
import org.cityapi.domain.user.UserRepository;

/** The ports over one store. */
public record Ports(
        UnitOfWork work,
        CityRepository cities,
        ManyCities many,
        CitySearch search,
        ChangeLog changes,
        UserRepository users,
        Sessions sessions,
        SignInAttempts attempts,
        ApiTokens tokens,
        KeptWrites keptWrites,
        ImportJobs imports,
        ImportDrafts drafts) {

    /** Adds cities, of nobody's making, together. */
    public List<City> addAll(List<CityDetails> details, Instant at) {
        return many.together(writes -> writes.add(details, null, at));
    }

    /** Over an empty store in memory. */
    public static Ports inMemory() {
        MemoryStore store = new MemoryStore();
        MemoryCityRepository cities = new MemoryCityRepository(store);
        return new Ports(
                new MemoryUnitOfWork(store),
                cities,
                new MemoryManyCities(store, cities),
                new MemoryCitySearch(store),
                new MemoryChangeLog(store),
                new MemoryUserRepository(store),
                new MemorySessions(store),
                new MemorySignInAttempts(store),
                new MemoryApiTokens(store),
                new MemoryKeptWrites(store),
                new MemoryImportJobs(store),
                new MemoryImportDrafts(store));
    }
}
