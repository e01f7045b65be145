package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withOtherNames;
import static org.cityapi.domain.rejection.Dependency.STORE;
import static org.cityapi.domain.rejection.Dependency.WRITER;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is locked or full says so, loses nothing, and works again afterwards. */
@Timeout(60)
class StoreInTroubleTest extends OwnFile {

    private static final CityDetails LARGE = withOtherNames(
            "Large", IntStream.range(0, 200).mapToObj(i -> "Name " + i).toList());

    /** What a client is promised is 2 seconds; a busy machine may take longer to say it. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static void assertNeeded(Dependency needed, Throwable refused) {
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Rejection.Unavailable.class,
                        told -> assertThat(told.needed()).isEqualTo(needed));
    }

    @Test
    void aWriteThatAnotherProcessKeepsOutIsRefusedInTime() throws SQLException {
        City before = add(named("Before"));
        try (Connection other = OnSqlite.connect(file, "writer")) {
            OnSqlite.execute(other, "BEGIN IMMEDIATE");
            OnSqlite.execute(other, "UPDATE city SET population = 7");
            Instant start = Instant.now();
            assertThatThrownBy(() -> add(named("Kept out"))).satisfies(refused -> assertNeeded(WRITER, refused));
            assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
            assertThat(all()).containsExactly(before);
            OnSqlite.execute(other, "ROLLBACK");
        }
        City after = add(named("After"));
        assertThat(all()).containsExactly(before, after);
    }

    @Test
    void aWriteThatWaitsForAnotherIsRefusedInTime() {
        ports.work().write(() -> {
            Instant start = Instant.now();
            Thread other = new Thread(() -> assertThatThrownBy(() -> add(named("Kept out")))
                    .satisfies(refused -> assertNeeded(WRITER, refused)));
            Throwable[] failure = new Throwable[1];
            other.setUncaughtExceptionHandler((thread, thrown) -> failure[0] = thrown);
            other.start();
            join(other);
            assertThat(failure[0]).isNull();
            assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
            return start;
        });
        assertThat(all()).isEmpty();
    }

    @Test
    void aFullDiskIsSaidAndLosesNothing() {
        City before = add(named("Before"));
        String pages = onWriter("PRAGMA max_page_count");
        onWriter("PRAGMA max_page_count = 1");
        assertThatThrownBy(() -> ports.work().write(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        ports.cities().add(LARGE, null, AT);
                    }
                    return "room for all of them";
                }))
                .satisfies(refused -> assertNeeded(STORE, refused));
        assertThat(all()).containsExactly(before);
        assertThat(ports.cities().find(before.id())).contains(before);

        onWriter("PRAGMA max_page_count = " + pages);
        City after = add(LARGE);
        assertThat(all()).containsExactly(before, after);
    }

    @Test
    void afterTheDiskWasFullTheRestOfTheWorkIsNotKeptByItself() {
        onWriter("PRAGMA max_page_count = 1");
        assertThatThrownBy(() -> ports.work().write(() -> {
                    assertThatThrownBy(() -> {
                                for (int i = 0; i < 10_000; i++) {
                                    ports.cities().add(LARGE, null, AT);
                                }
                            })
                            .isInstanceOf(Rejection.Unavailable.class);
                    return ports.cities().add(named("By itself"), null, AT);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(all()).isEmpty();
    }

    private City add(CityDetails details) {
        return ports.work().write(() -> ports.cities().add(details, null, AT));
    }

    private List<City> all() {
        return ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(10_000));
    }

    private String onWriter(String sql) {
        JdbcUnitOfWork work = context.getBean(JdbcUnitOfWork.class);
        return work.write(() -> work.update(connection -> OnSqlite.value(connection, sql)));
    }

    private static void join(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
