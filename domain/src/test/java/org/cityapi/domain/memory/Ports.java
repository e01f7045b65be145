package org.cityapi.domain.memory;

import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.idempotency.KeptWrites;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.session.Sessions;
import org.cityapi.domain.session.SignInAttempts;
import org.cityapi.domain.token.ApiTokens;
import org.cityapi.domain.user.UserRepository;

/** The ports over one store. */
public record Ports(
        UnitOfWork work,
        CityRepository cities,
        CitySearch search,
        ChangeLog changes,
        UserRepository users,
        Sessions sessions,
        SignInAttempts attempts,
        ApiTokens tokens,
        KeptWrites keptWrites) {

    /** Over an empty store in memory. */
    public static Ports inMemory() {
        MemoryStore store = new MemoryStore();
        return new Ports(
                new MemoryUnitOfWork(store),
                new MemoryCityRepository(store),
                new MemoryCitySearch(store),
                new MemoryChangeLog(store),
                new MemoryUserRepository(store),
                new MemorySessions(store),
                new MemorySignInAttempts(store),
                new MemoryApiTokens(store),
                new MemoryKeptWrites(store));
    }
}
