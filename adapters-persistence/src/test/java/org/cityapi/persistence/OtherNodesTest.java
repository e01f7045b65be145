package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.CitySamples.named;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.cache.NearCache;
import org.cityapi.persistence.cache.OtherNodes;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What this node has kept, while the database is away and when it is back. */
@Timeout(120)
class OtherNodesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private Wire wire;
    private ApplicationContext here;
    private ApplicationContext there;
    private NearCache near;
    private City city;

    @BeforeEach
    void open() {
        PostgresUrl direct = PostgresServer.newDatabase();
        URI server = URI.create(direct.jdbc().substring("jdbc:".length()));
        wire = new Wire(server.getHost(), server.getPort());
        String through = direct.jdbc().replace(server.getRawAuthority(), "localhost:" + wire.port());
        here = OnPostgres.open(new PostgresUrl(through, direct.user(), direct.password()));
        there = OnPostgres.open(direct);
        Ports store = OnSqlite.ports(here);
        near = new NearCache(store.work(), store.cities(), 1 << 20, null);
        city = store.work().write(() -> store.cities().add(named("Before"), null, NOW));
    }

    @AfterEach
    void close() throws IOException {
        here.close();
        there.close();
        wire.close();
    }

    private OtherNodes heeding(Duration trusted) {
        OtherNodes others = new OtherNodes(near, here.getBean(ChangedCities.class), trusted);
        assertThat(name(city.id())).isEqualTo("Before");
        return others;
    }

    private String name(CityId id) {
        return near.cities().find(id).orElseThrow().details().name().value();
    }

    /** As another node would, but for the change log: so nothing tells of it. */
    private void renameWithoutALog() {
        Ports other = OnSqlite.ports(there);
        other.work().write(() -> {
            other.cities().replace(city.with(named("After"), NOW));
            return city;
        });
    }

    private void comesBack() {
        wire.mend();
        Instant end = Instant.now().plusSeconds(20);
        while (true) {
            try {
                here.getBean(ChangedCities.class).last();
                return;
            } catch (Rejection.Unavailable e) {
                assertThat(Instant.now()).isBefore(end);
            }
        }
    }

    @Test
    void whatWasKeptIsAnsweredWhileTheDatabaseIsAwayAndDroppedAfterwards() {
        OtherNodes others = heeding(Duration.ZERO);
        wire.cut();
        others.heed();
        renameWithoutALog();
        assertThat(name(city.id())).isEqualTo("Before");
        others.heed();
        comesBack();
        others.heed();
        assertThat(name(city.id())).isEqualTo("After");
    }

    @Test
    void aShortAbsenceDropsNothing() {
        OtherNodes others = heeding(Duration.ofMinutes(1));
        wire.cut();
        others.heed();
        renameWithoutALog();
        comesBack();
        others.heed();
        assertThat(name(city.id())).isEqualTo("Before");
    }
}
