package org.cityapi.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.CitySamples.named;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ChangeLog} promises to those who read it piece by piece. */
public abstract class ChangeReadingContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final long ALL = Long.MAX_VALUE;

    private Ports ports;
    private ChangeLog changes;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
        changes = ports.changes();
    }

    @Test
    void theLatestChangesOfACityComeNewestFirst() {
        CityId paris = addWithChanges("Paris", 5);
        CityId lyon = addWithChanges("Lyon", 2);
        List<Change> newestFirst = new ArrayList<>(WholeHistory.of(changes, paris));
        Collections.reverse(newestFirst);
        List<LoggedChange> latest = changes.latest(paris, ALL, 100);
        assertThat(latest).extracting(LoggedChange::change).isEqualTo(newestFirst);
        assertThat(latest).extracting(LoggedChange::sequence).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(changes.latest(lyon, ALL, 100)).hasSize(3);
        assertThat(changes.latest(new CityId(Long.MAX_VALUE), ALL, 100)).isEmpty();
    }

    @Test
    void theLatestChangesGoOnBeforeAnyOfThem() {
        CityId paris = addWithChanges("Paris", 6);
        addWithChanges("Lyon", 1);
        List<LoggedChange> all = changes.latest(paris, ALL, 100);
        for (int from = 0; from < all.size(); from++) {
            long before = from == 0 ? ALL : all.get(from - 1).sequence();
            int to = Math.min(from + 3, all.size());
            assertThat(changes.latest(paris, before, 3)).isEqualTo(all.subList(from, to));
        }
        assertThat(changes.latest(paris, all.get(6).sequence(), 3)).isEmpty();
    }

    @Test
    void aVersionIsFoundByItsCityAndNumber() {
        CityId paris = addWithChanges("Paris", 3);
        addWithChanges("Lyon", 9);
        for (Change change : WholeHistory.of(changes, paris)) {
            assertThat(changes.ofVersion(paris, change.version())).contains(change);
        }
        assertThat(changes.ofVersion(paris, 5)).isEmpty();
        assertThat(changes.ofVersion(paris, Long.MAX_VALUE)).isEmpty();
        assertThat(changes.ofVersion(new CityId(Long.MAX_VALUE), 1)).isEmpty();
    }

    @Test
    void theFirstChangesOfManyCitiesAreFoundAtOnce() {
        CityId paris = addWithChanges("Paris", 3);
        CityId lyon = addWithChanges("Lyon", 0);
        addWithChanges("Nice", 1);
        CityId untold = new CityId(Long.MAX_VALUE);
        assertThat(changes.firstOf(List.of(lyon, paris, untold, paris)))
                .isEqualTo(Map.of(
                        paris,
                        WholeHistory.of(changes, paris).get(0),
                        lyon,
                        WholeHistory.of(changes, lyon).get(0)));
        assertThat(changes.firstOf(List.of(untold))).isEmpty();
        assertThat(changes.firstOf(List.of())).isEmpty();
    }

    @Test
    void allChangesAreReadInOrderOneStretchAfterTheOther() {
        assertThat(changes.last()).isZero();
        ports.work().write(() -> {
            changes.append(Change.loaded(AT, Actor.system()));
            return AT;
        });
        CityId paris = addWithChanges("Paris", 3);
        CityId lyon = addWithChanges("Lyon", 2);
        List<Change> all = new ArrayList<>(List.of(Change.loaded(AT, Actor.system())));
        all.addAll(WholeHistory.of(changes, paris));
        all.addAll(WholeHistory.of(changes, lyon));
        List<LoggedChange> read = new ArrayList<>();
        long last = 0;
        for (List<LoggedChange> next = changes.after(0, 3); !next.isEmpty(); next = changes.after(last, 3)) {
            assertThat(next).hasSizeLessThanOrEqualTo(3);
            read.addAll(next);
            last = next.get(next.size() - 1).sequence();
        }
        assertThat(read).extracting(LoggedChange::change).isEqualTo(all);
        assertThat(read).extracting(LoggedChange::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(changes.last()).isEqualTo(last);
        assertThat(changes.after(Long.MAX_VALUE, 3)).isEmpty();
    }

    /** Adds a city and changes it so many times. */
    private CityId addWithChanges(String name, int count) {
        return ports.work().write(() -> {
            City city = ports.cities().add(named(name), null, AT);
            changes.append(Change.created(city, Actor.system()));
            for (int i = 0; i < count; i++) {
                City next = city.with(named(name + " " + i), AT.plusSeconds(i));
                ports.cities().replace(next);
                changes.append(Change.updated(city, next, Actor.system()));
                city = next;
            }
            return city.id();
        });
    }
}
