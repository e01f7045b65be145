package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.persistence.Patience.isRefusedSoon;
import static org.cityapi.persistence.Patience.succeedsAtLast;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL away, silent, reading only: writes are refused soon, nothing that was promised is lost, all comes back. */
@Timeout(120)
class PostgresInTroubleTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private PostgresUrl direct;
    private Wire wire;
    private ApplicationContext context;
    private Ports ports;

    @BeforeEach
    void open() {
        direct = PostgresServer.newDatabase();
        URI server = URI.create(direct.jdbc().substring("jdbc:".length()));
        wire = new Wire(server.getHost(), server.getPort());
        String through = direct.jdbc().replace(server.getRawAuthority(), "localhost:" + wire.port());
        context = OnPostgres.open(new PostgresUrl(through, direct.user(), direct.password()));
        ports = OnPostgres.emptied(context);
    }

    @AfterEach
    void close() throws IOException {
        context.close();
        wire.close();
    }

    private City add(String name) {
        return ports.work().write(() -> ports.cities().add(named(name), null, NOW));
    }

    /** As VACUUM and ANALYZE do, which the server starts by itself after many writes. */
    @ParameterizedTest
    @ValueSource(strings = {"city", "city_name"})
    void theServersUpkeepOfATableEndsNoImport(String table) throws Exception {
        try (Connection upkeep = DriverManager.getConnection(direct.jdbc(), direct.user(), direct.password())) {
            upkeep.setAutoCommit(false);
            OnSqlite.execute(upkeep, "LOCK TABLE " + table + " IN SHARE UPDATE EXCLUSIVE MODE");
            Thread ending = new Thread(() -> {
                try {
                    Thread.sleep(1_300);
                    upkeep.rollback();
                } catch (InterruptedException | SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            ending.start();
            ports.work().write(() -> ports.addAll(List.of(named("Paris")), NOW));
            ending.join();
        }
        assertThat(ports.cities().isEmpty()).isFalse();
    }

    /** Writes and reads, without a restart. */
    private void comesBack() {
        succeedsAtLast(() -> add("Back"));
        succeedsAtLast(() -> ports.cities().isEmpty());
    }

    @Test
    void awayAndBack() {
        CityId paris = add("Paris").id();
        wire.cut();
        isRefusedSoon(() -> add("Lyon"));
        isRefusedSoon(() -> ports.cities().find(paris));
        wire.mend();
        comesBack();
        assertThat(succeedsAtLast(() -> ports.cities().find(paris))).isPresent();
    }

    @Test
    void silentAndBack() {
        CityId paris = add("Paris").id();
        wire.silence();
        isRefusedSoon(() -> ports.cities().find(paris));
        isRefusedSoon(() -> add("Lyon"));
        isRefusedSoon(() -> add("Lyon"));
        wire.mend();
        comesBack();
        assertThat(succeedsAtLast(() -> ports.cities().find(paris))).isPresent();
    }

    @Test
    void nothingThatWasPromisedIsLostWhenTheNetworkBreaksAmidWrites() {
        List<CityId> promised = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (i % 20 == 10) {
                Thread breaking = new Thread(() -> {
                    wire.cut();
                    wire.mend();
                });
                breaking.start();
            }
            try {
                promised.add(add("City " + i).id());
            } catch (Rejection.Unavailable e) {
                // Nothing was promised.
            }
        }
        comesBack();
        assertThat(promised)
                .hasSizeGreaterThan(30)
                .allMatch(id -> ports.cities().find(id).isPresent());
    }

    @Test
    void aWriteThatAnotherNodeKeepsOutIsRefusedAndTheNextOneIsNot() throws SQLException {
        try (Connection other = DriverManager.getConnection(direct.jdbc(), direct.user(), direct.password())) {
            OnSqlite.execute(other, "SELECT pg_advisory_lock(1130984569)");
            isRefusedSoon(() -> add("Lyon"));
            isRefusedSoon(() -> add("Lyon"));
            OnSqlite.execute(other, "SELECT pg_advisory_unlock(1130984569)");
        }
        assertThat(add("Paris").id()).isNotNull();
    }

    @Test
    void aServerThatOnlyReadsIsReadAndNotWritten() throws SQLException {
        CityId paris = add("Paris").id();
        setReadOnly("on");
        isRefusedSoon(() -> add("Lyon"));
        assertThat(succeedsAtLast(() -> ports.cities().find(paris))).isPresent();
        setReadOnly("off");
        comesBack();
    }

    /** As after a failover, when the old server answers on: nobody ends its connections. */
    @Test
    void aConnectionThatOnlyReadsIsNotKept() throws SQLException {
        add("Paris");
        setReadOnly("on");
        while (!"25006".equals(stateOfRefusal())) {
            // The connections of before are ended.
        }
        setDefault("off");
        succeedsAtLast(() -> add("Lyon"));
        comesBack();
    }

    private String stateOfRefusal() {
        Throwable refusal = catchThrowable(() -> add("Lyon"));
        assertThat(refusal).isInstanceOf(Rejection.Unavailable.class);
        return refusal.getCause() instanceof SQLException cause ? cause.getSQLState() : "none";
    }

    /** Whatever it waits for: its turn here, then other nodes. */
    @Test
    void writesOfACrowdAreRefusedInTimeWhileAnotherNodeKeepsThemOut() throws Exception {
        try (Connection other = DriverManager.getConnection(direct.jdbc(), direct.user(), direct.password())) {
            OnSqlite.execute(other, "SELECT pg_advisory_lock(1130984569)");
            List<Thread> crowd = new ArrayList<>();
            Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 8; i++) {
                Thread one = new Thread(() -> isRefusedSoon(Duration.ofMillis(2_200), () -> add("Lyon")));
                one.setUncaughtExceptionHandler((thread, thrown) -> failures.add(thrown));
                one.start();
                crowd.add(one);
            }
            for (Thread one : crowd) {
                one.join();
            }
            assertThat(failures).isEmpty();
        }
        assertThat(add("Paris").id()).isNotNull();
    }

    /** For all connections that come from now on; those that are there are ended. */
    private void setReadOnly(String value) throws SQLException {
        setDefault(value);
        wire.mend();
    }

    /** For all connections that come from now on. */
    private void setDefault(String value) throws SQLException {
        String name = direct.jdbc().replaceFirst(".*/([^/?]+).*", "$1");
        try (Connection connection = DriverManager.getConnection(direct.jdbc(), direct.user(), direct.password())) {
            OnSqlite.execute(connection, "SET default_transaction_read_only = off");
            OnSqlite.execute(connection, "ALTER DATABASE " + name + " SET default_transaction_read_only = " + value);
        }
    }
}
