package org.cityapi.application;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;

/** The use cases over ports in memory, and people who use them. */
final class Register {

    /** What the clock says, which is finer than what is kept. */
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456789Z");

    static final Instant KEPT = Instant.parse("2026-11-24T08:00:00.123Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final ExpectedVersion ANY = new ExpectedVersion.Any();

    static final User ADA = User.first(new Identity("https://issuer.example", "ada", "Ada", null));
    static final Actor EDITOR = new Actor(
            ADA, Set.of(Permission.CREATE_CITIES, Permission.UPDATE_CITIES, Permission.DELETE_CITIES), Door.API);
    static final Actor VIEWER =
            new Actor(User.first(new Identity("https://issuer.example", "bob", "Bob", null)), Set.of(), Door.WEB);

    final Ports ports;
    final KnownUsers users;
    final FindCities find;
    final EditCities edit;
    final FillEmptyRegister fill;

    private Register(Ports ports) {
        this.ports = ports;
        users = new KnownUsers(ports.work(), ports.users(), CLOCK);
        find = new FindCities(ports.cities(), ports.search(), ports.changes());
        edit = new EditCities(ports.work(), ports.cities(), ports.changes(), users, find, CLOCK);
        fill = new FillEmptyRegister(ports.work(), ports.cities(), ports.many(), ports.changes(), CLOCK);
    }

    static Register empty() {
        return new Register(Ports.inMemory());
    }

    /** This register's store, with another log in front of it. */
    Register logging(ChangeLog log) {
        return new Register(new Ports(
                ports.work(),
                ports.cities(),
                ports.many(),
                ports.search(),
                log,
                ports.users(),
                ports.sessions(),
                ports.attempts(),
                ports.tokens(),
                ports.keptWrites(),
                ports.imports(),
                ports.drafts()));
    }

    City add(CityDetails details) {
        return edit.add(EDITOR, () -> details);
    }

    City change(City city, CityDetails details) {
        return edit.change(EDITOR, city.id(), ANY, () -> before -> details);
    }

    void delete(City city) {
        edit.delete(EDITOR, city.id(), () -> ANY);
    }

    List<City> all() {
        return ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(1_000));
    }
}
