package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cityapi.domain.city.CitySamples.named;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.SearchText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What two nodes on one database rely on; for every database that several can share. */
@Timeout(60)
abstract class NodesContract {

    private static final Instant NOW = Instant.parse("2026-11-29T05:00:00Z");

    private ApplicationContext one;
    private ApplicationContext other;
    private Ports here;
    private Ports there;

    /** Makes a database with nothing in it, which the other methods open. */
    abstract void newDatabase();

    /** The beans of one node on it. */
    abstract ApplicationContext open();

    /** The connection of somebody who moves the register. */
    abstract Connection connectAlone() throws SQLException;

    /** A statement that ends the connection on which it runs, as when a node is killed. */
    abstract String lastWords();

    @BeforeEach
    void start() {
        newDatabase();
        one = open();
        other = open();
        here = OnSqlite.ports(one);
        there = OnSqlite.ports(other);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    private static City add(Ports ports, String name) {
        return ports.work().write(() -> ports.cities().add(named(name), null, NOW));
    }

    private static List<Long> ids(Ports ports) {
        return ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(1000)).stream()
                .map(city -> city.id().value())
                .toList();
    }

    private static List<String> typos(Ports ports, String text) {
        CityQuery query = new CityQuery(CityFilter.ALL, Objects.requireNonNull(SearchText.of(text)), null, null);
        return ports.search().typos(query, 5).stream()
                .map(hit -> hit.city().details().name().value())
                .toList();
    }

    @Test
    void anotherNodesWriteIsWaitedForNotTooLong() {
        here.work().write(() -> {
            add(here, "Here");
            long begin = System.nanoTime();
            Rejection.Unavailable refused = CompletableFuture.supplyAsync(
                            () -> catchThrowableOfType(Rejection.Unavailable.class, () -> add(there, "There")))
                    .join();
            assertThat(refused).isNotNull();
            assertThat(refused.needed()).isEqualTo(Dependency.WRITER);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(700), Patience.SOON);
            return true;
        });
        add(there, "There");
        assertThat(ids(here)).hasSize(2);
    }

    @Test
    void whatIsReadOfTheOthersHasNoGapsThatAreFilledLater() {
        List<Ports> nodes = List.of(here, there);
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 25; i++) {
                        Patience.succeedsAtLast(() -> add(nodes.get(writer % 2), "City"));
                    }
                }))
                .toList();
        List<Long> before = List.of();
        while (!writers.stream().allMatch(CompletableFuture::isDone)) {
            List<Long> now = ids(here);
            assertThat(now.subList(0, before.size())).isEqualTo(before);
            before = now;
        }
        writers.forEach(CompletableFuture::join);
        assertThat(ids(there)).hasSize(100);
    }

    @Test
    void whatAnotherNodeAddsIsKnownWithTheNextSearchWithTypingErrorsToo() {
        add(here, "Villeneuve");
        assertThat(typos(here, "Villeneuvr")).containsExactly("Villeneuve");
        add(there, "Montpellier");
        assertThat(typos(here, "Montpelier")).containsExactly("Montpellier");
        assertThat(typos(there, "Villeneuvr")).containsExactly("Villeneuve");
    }

    @Test
    void whoeverIsAloneKeepsTheOthersFromWriting() throws SQLException {
        stop();
        try (Connection alone = connectAlone();
                ApplicationContext later = open()) {
            Ports ports = OnSqlite.ports(later);
            Patience.isRefusedSoon(() -> add(ports, "Late"));
            assertThat(ids(ports)).isEmpty();
            alone.close();
            Patience.succeedsAtLast(() -> add(ports, "At last"));
        }
    }

    @Test
    void whereNodesAreOpenNobodyIsAlone() {
        assertThatThrownBy(this::connectAlone).isInstanceOf(UnusableDatabase.class);
    }

    @Test
    void whatAKilledNodeHadBegunIsTakenBackAndTheOthersWrite() {
        JdbcUnitOfWork work = one.getBean(JdbcUnitOfWork.class);
        assertThatThrownBy(() -> here.work().write(() -> {
                    add(here, "Half");
                    return work.update(connection -> {
                        OnSqlite.execute(connection, lastWords());
                        return true;
                    });
                }))
                .isInstanceOf(Rejection.Unavailable.class);
        Patience.succeedsAtLast(() -> add(there, "Whole"));
        assertThat(ids(there)).hasSize(1);
    }
}
