package org.cityapi.bootstrap;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cityapi.application.EditCities;
import org.cityapi.application.FillEmptyRegister;
import org.cityapi.application.FindCities;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.user.UserRepository;

/** Builds every use case by hand: the whole house on one page. */
@Factory
final class Wiring {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    FindCities findCities(CityRepository cities, ChangeLog changes) {
        return new FindCities(cities, changes);
    }

    @Singleton
    EditCities editCities(
            UnitOfWork work, CityRepository cities, ChangeLog changes, KnownUsers users, FindCities find, Clock clock) {
        return new EditCities(work, cities, changes, users, find, clock);
    }

    @Singleton
    KnownUsers knownUsers(UserRepository users) {
        return new KnownUsers(users);
    }

    @Singleton
    FillEmptyRegister fillEmptyRegister(UnitOfWork work, CityRepository cities, ChangeLog changes, Clock clock) {
        return new FillEmptyRegister(work, cities, changes, clock);
    }
}
