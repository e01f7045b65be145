package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.named;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.cityapi.domain.change.Action;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.Door;
import org.cityapi.persistence.cache.NearCache;
import org.cityapi.persistence.cache.OtherNodes;
import org.cityapi.persistence.postgres.PostgresDatabase;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.cityapi.persistence.replica.Replica;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A real replica, held back, lost and found again: what it serves may be old, and is never wrong for long. */
@Timeout(120)
class ReplicaTest {

    private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");

    private static PostgresPair servers;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(Replica.class);
    private Wire wire;
    private ApplicationContext context;
    private Ports ports;
    private Replica replica;
    private CityRepository recent;

    @BeforeAll
    static void startServers(@TempDir Path folder) {
        servers = PostgresPair.start(folder);
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    @BeforeEach
    void open() {
        lines.start();
        log.addAppender(lines);
        wire = new Wire("localhost", servers.followersPort());
        open("postgres://postgres@localhost:" + wire.port() + "/postgres");
    }

    private void open(String followers) {
        context = ApplicationContext.builder()
                .environmentPropertySource(false)
                .properties(PostgresDatabase.properties(PostgresUrl.of(servers.primary())))
                .properties(PostgresDatabase.replica(PostgresUrl.ofReplica(followers)))
                .start();
        ports = OnPostgres.emptied(context);
        replica = context.getBean(Replica.class);
        recent = replica.cities(ports.cities());
    }

    @AfterEach
    void close() throws IOException {
        servers.goOn();
        context.close();
        wire.close();
        log.detachAppender(lines);
    }

    private void awaitTrust(boolean trusted) {
        Patience.await(() -> {
            replica.look();
            return replica.isTrusted() == trusted;
        });
    }

    private City add(String name) {
        return ports.work().write(() -> {
            City city = ports.cities().add(named(name), null, NOW);
            tell(city, Action.CREATE);
            return city;
        });
    }

    private City rename(City city, String name) {
        return ports.work().write(() -> {
            City next = city.with(named(name), NOW);
            ports.cities().replace(next);
            tell(next, Action.UPDATE);
            return next;
        });
    }

    private void tell(City city, Action action) {
        ports.changes()
                .append(new Change(action, city.id(), city.version(), NOW, null, Door.API, null, city.details()));
    }

    private static String name(CityRepository cities, City city) {
        return cities.find(city.id())
                .map(found -> found.details().name().value())
                .orElse("nothing");
    }

    @Test
    void readsMayBeAMomentOldAndWithinAWriteNeverAre() {
        City city = add("Before");
        awaitTrust(true);
        Patience.await(() -> name(recent, city).equals("Before"));
        servers.holdBack();
        rename(city, "After");
        assertThat(name(recent, city)).isEqualTo("Before");
        assertThat(recent.version(city.id())).contains(city.version());
        assertThat(name(ports.cities(), city)).isEqualTo("After");
        assertThat(ports.work().write(() -> name(recent, city))).isEqualTo("After");
        servers.goOn();
        Patience.await(() -> name(recent, city).equals("After"));
    }

    @Test
    void aWriteThatCannotReadFailsAsItDoesWithoutAReplica() {
        awaitTrust(true);
        AtomicInteger times = new AtomicInteger();
        Rejection.Unavailable away = new Rejection.Unavailable(new SQLException("away"));
        assertThatThrownBy(() -> ports.work()
                        .write(() -> replica.read(() -> {
                            times.incrementAndGet();
                            throw away;
                        })))
                .isSameAs(away);
        assertThat(times).hasValue(1);
        assertThat(replica.isTrusted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"57014, true", "40001, true", "42P01, true", "08006, false", "57P01, false", "53300, false"})
    void whatFailsThereIsReadWhereItIsWritten(String state, boolean trusted) {
        awaitTrust(true);
        AtomicInteger times = new AtomicInteger();
        SQLException failure = new SQLException("no", state);
        String read = replica.read(() -> {
            if (times.getAndIncrement() > 0) {
                return "here";
            }
            throw state.startsWith("42") ? new IllegalStateException(failure) : new Rejection.Unavailable(failure);
        });
        assertThat(read).isEqualTo("here");
        assertThat(replica.isTrusted()).isEqualTo(trusted);
    }

    @Test
    void aRefusalOfSomethingElseStaysOne() {
        awaitTrust(true);
        Rejection refusal = new Rejection.NotFound(new Thing("city", "1"));
        assertThatThrownBy(() -> replica.read(() -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    @Test
    void oneThatIsThereAtTheStartIsReadFromAtOnce() {
        add("Here");
        Patience.await(() ->
                replica.arrived().last() == context.getBean(ChangedCities.class).last());
        replica.look();
        assertThat(replica.isTrusted()).isTrue();
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).endsWith("is read from"));
    }

    @Test
    void oneWithChangesThatTheDatabaseLostIsNotReadFrom() throws SQLException {
        add("Lost");
        awaitTrust(true);
        Patience.await(() ->
                replica.arrived().last() == context.getBean(ChangedCities.class).last());
        servers.holdBack();
        // As when the database has failed over to a server that had not got the last of its changes.
        PostgresUrl primary = PostgresUrl.of(servers.primary());
        try (Connection connection = DriverManager.getConnection(primary.jdbc(), primary.user(), primary.password())) {
            OnSqlite.execute(connection, "DELETE FROM city_change");
        }
        awaitTrust(false);
        assertThat(lines.list.get(lines.list.size() - 1).getFormattedMessage()).contains("changes that the database");
    }

    @Test
    void oneThatIsAlwaysAMomentLateIsReadFrom() {
        City city = add("0");
        awaitTrust(true);
        servers.delay(1_000);
        try {
            Instant late = Instant.now().plusSeconds(6);
            City[] last = {city};
            Patience.await(() -> {
                last[0] = rename(last[0], "Next");
                replica.look();
                return Instant.now().isAfter(late) && replica.isTrusted() && replica.behind() > 0;
            });
        } finally {
            servers.delay(0);
        }
    }

    @Test
    void oneThatIsFarBehindIsNotReadFromUntilItHasCaughtUp() {
        City city = add("Before");
        awaitTrust(true);
        servers.holdBack();
        rename(city, "After");
        awaitTrust(false);
        assertThat(name(recent, city)).isEqualTo("After");
        assertThat(replica.behind()).isEqualTo(1);
        assertThat(lines.list.get(lines.list.size() - 1).getFormattedMessage()).contains("changes behind: 1");
        servers.goOn();
        awaitTrust(true);
        assertThat(replica.behind()).isZero();
        assertThat(name(recent, city)).isEqualTo("After");
    }

    @Test
    void whileItIsAwayAllIsReadWhereItIsWritten() {
        City city = add("Here");
        awaitTrust(true);
        for (Runnable trouble : new Runnable[] {wire::cut, wire::silence}) {
            int told = lines.list.size();
            trouble.run();
            for (int i = 0; i < 100; i++) {
                assertThat(name(recent, city)).isEqualTo("Here");
            }
            assertThat(replica.isTrusted()).isFalse();
            awaitTrust(false);
            replica.look();
            assertThat(lines.list.subList(told, lines.list.size()))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getFormattedMessage()).contains("does not answer"));
            wire.mend();
            awaitTrust(true);
            assertThat(name(recent, city)).isEqualTo("Here");
        }
    }

    @Test
    void whyItIsNotReadFromIsToldWithoutAPassword() {
        context.close();
        open("postgres://me:secret@localhost:1/cities");
        replica.look();
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("localhost:1/cities", "does not answer", "refused")
                        .doesNotContain("secret"));
    }

    @Test
    void anotherRegisterIsNotReadFrom() {
        add("Here");
        context.close();
        open(PostgresServer.newAddress());
        Logger follower = (Logger) LoggerFactory.getLogger(OtherNodes.class);
        follower.addAppender(lines);
        OtherNodes arrived = new OtherNodes(
                new NearCache(ports.work(), recent, 1 << 20, null), replica.arrived(), Duration.ofSeconds(5));
        for (int i = 0; i < 3; i++) {
            arrived.heed();
            replica.look();
        }
        follower.detachAppender(lines);
        assertThat(replica.isTrusted()).isFalse();
        assertThat(lines.list).hasSize(2);
        assertThat(lines.list.get(1).getFormattedMessage()).contains("cannot be read", "city_change");
        PostgresUrl other = PostgresServer.newDatabase();
        try (ApplicationContext foreign = OnPostgres.open(other)) {
            Ports theirs = OnSqlite.ports(foreign);
            theirs.work().write(() -> {
                City city = theirs.cities().add(named("There"), null, NOW.plusSeconds(1));
                theirs.changes()
                        .append(new Change(
                                Action.CREATE, city.id(), 1, NOW.plusSeconds(1), null, Door.API, null, city.details()));
                return city;
            });
            context.close();
            open(PostgresServer.address(other));
            for (int i = 0; i < 3; i++) {
                replica.look();
            }
            assertThat(replica.isTrusted()).isFalse();
            assertThat(lines.list.get(lines.list.size() - 1).getFormattedMessage())
                    .contains("another register");
        }
    }

    @Test
    void whatIsKeptNearFollowsTheReplicaToo() throws InterruptedException {
        City city = add("0");
        awaitTrust(true);
        NearCache near = new NearCache(ports.work(), recent, 1 << 20, null);
        OtherNodes written = new OtherNodes(near, context.getBean(ChangedCities.class), Duration.ofSeconds(5));
        OtherNodes arrived = new OtherNodes(near, replica.arrived(), Duration.ofSeconds(5));
        Thread reader = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                name(near.cities(), city);
            }
        });
        reader.start();
        City now = city;
        for (int i = 1; i <= 100; i++) {
            if (i % 10 == 5) {
                servers.holdBack();
            }
            now = rename(now, Integer.toString(i));
            written.heed();
            arrived.heed();
            servers.goOn();
        }
        Patience.await(() -> {
            written.heed();
            arrived.heed();
            return name(near.cities(), city).equals("100");
        });
        reader.interrupt();
        reader.join();
        Map<Boolean, String> seen = Map.of(true, name(near.cities(), city), false, name(ports.cities(), city));
        assertThat(seen.values()).containsOnly("100");
    }
}
