package org.cityapi.bootstrap;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.cityapi.application.AddCities;
import org.cityapi.application.BrowserSessions;
import org.cityapi.application.ChangeNews;
import org.cityapi.application.CountCities;
import org.cityapi.application.EditCities;
import org.cityapi.application.ExportCities;
import org.cityapi.application.FillEmptyRegister;
import org.cityapi.application.FindCities;
import org.cityapi.application.KeyedWrites;
import org.cityapi.application.KnownUsers;
import org.cityapi.application.LendTokens;
import org.cityapi.application.ManageTokens;
import org.cityapi.application.ManageUsers;
import org.cityapi.application.ReadChanges;
import org.cityapi.application.ReadHistory;
import org.cityapi.application.RestoreCities;
import org.cityapi.application.SignIn;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.idempotency.KeptWrites;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.session.Sessions;
import org.cityapi.domain.token.ApiTokens;
import org.cityapi.domain.user.UserRepository;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.cache.NearCache;
import org.cityapi.persistence.replica.Replica;

/** Builds the use cases by hand, but for those of imports ({@link ImportWiring}). */
@Factory
final class Wiring {

    /** The near cache may take an eighth of the memory. */
    private static final int CACHED_PART = 8;

    /** Behind one address several replicas may stand, and what one of them has told the next does not know yet. */
    private static final Duration KEPT_FROM_REPLICAS = Duration.ofSeconds(10);

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    NearCache nearCache(UnitOfWork work, CityRepository cities, Optional<Replica> replica) {
        return new NearCache(
                work,
                replica.map(other -> other.cities(cities)).orElse(cities),
                Runtime.getRuntime().maxMemory() / CACHED_PART,
                replica.isPresent() ? KEPT_FROM_REPLICAS : null);
    }

    /** What is near, or on a replica, may be a moment old where other nodes write. */
    @Singleton
    FindCities findCities(
            NearCache near,
            CityRepository cities,
            CitySearch search,
            ChangeLog changes,
            Nodes nodes,
            Optional<Replica> replica) {
        if (!nodes.areSeveral()) {
            return new FindCities(near.cities(), near.search(search), changes);
        }
        return new FindCities(
                near.cities(),
                near.search(replica.map(other -> other.search(search)).orElse(search)),
                replica.<Predicate<CityId>>map(other -> id -> other.read(() -> changes.tellsOf(id)))
                        .orElse(changes::tellsOf),
                new FindCities(cities, search, changes));
    }

    @Singleton
    CountCities countCities(NearCache near, CitySearch search, Clock clock) {
        return new CountCities(near.cities(), near.search(search), clock);
    }

    /** Past what is near or on a replica: all of it is read in one transaction, and of it the change log tells the rest. */
    @Singleton
    ExportCities exportCities(
            UnitOfWork work, CityRepository cities, CitySearch search, ChangeLog changes, Dialect dialect) {
        return new ExportCities(work, cities, search, changes, dialect.exports());
    }

    @Singleton
    ChangeNews changeNews() {
        return new ChangeNews();
    }

    @Singleton
    EditCities editCities(
            NearCache near, ChangeNews news, ChangeLog changes, KnownUsers users, FindCities find, Clock clock) {
        return new EditCities(news.announcing(near.work()), near.cities(), changes, users, find, clock);
    }

    @Singleton
    KeyedWrites keyedWrites(KeptWrites kept, Clock clock) {
        return new KeyedWrites(kept, clock);
    }

    @Singleton
    AddCities addCities(NearCache near, ChangeNews news, EditCities edit, KeyedWrites keyed, ChangeLog changes) {
        return new AddCities(news.announcing(near.work()), edit, keyed, changes);
    }

    @Singleton
    ReadHistory readHistory(UnitOfWork work, CityRepository cities, ChangeLog changes, UserRepository users) {
        return new ReadHistory(work, cities, changes, users);
    }

    @Singleton
    ReadChanges readChanges(UnitOfWork work, ChangeLog changes, UserRepository users) {
        return new ReadChanges(work, changes, users);
    }

    @Singleton
    RestoreCities restoreCities(
            NearCache near, ManyCities many, ChangeNews news, ChangeLog changes, KnownUsers users, Clock clock) {
        return new RestoreCities(news.announcing(near.work()), near.cities(), many, changes, users, clock);
    }

    @Singleton
    KnownUsers knownUsers(UnitOfWork work, UserRepository users, Clock clock) {
        return new KnownUsers(work, users, clock);
    }

    @Singleton
    SignIn signIn(
            UnitOfWork work, UserRepository users, Sessions sessions, SecurityLog log, People people, Clock clock) {
        return new SignIn(work, users, sessions, log, people.administrators(), clock);
    }

    @Singleton
    BrowserSessions browserSessions(
            UnitOfWork work, UserRepository users, Sessions sessions, SecurityLog log, People people, Clock clock) {
        return new BrowserSessions(work, users, sessions, log, people.sessions(), clock);
    }

    @Singleton
    ManageUsers manageUsers(
            UnitOfWork work, UserRepository users, KnownUsers known, Sessions sessions, SecurityLog log) {
        return new ManageUsers(work, users, known, sessions, log);
    }

    @Singleton
    ManageTokens manageTokens(
            UnitOfWork work, ApiTokens tokens, UserRepository users, KnownUsers known, SecurityLog log, Clock clock) {
        return new ManageTokens(work, tokens, users, known, log, clock);
    }

    @Singleton
    LendTokens lendTokens(ManageTokens tokens) {
        return new LendTokens(tokens);
    }

    @Singleton
    FillEmptyRegister fillEmptyRegister(
            UnitOfWork work, CityRepository cities, ManyCities many, ChangeLog changes, Clock clock) {
        return new FillEmptyRegister(work, cities, many, changes, clock);
    }
}
