package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.CitySamples.named;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.junit.jupiter.api.Test;

/** Names that another node writes are found on this one, with typing errors, too. */
class PostgresNamesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static List<String> typos(Ports ports, String text) {
        CityQuery query = new CityQuery(CityFilter.ALL, Objects.requireNonNull(SearchText.of(text)), null, null);
        return ports.search().typos(query, 5).stream()
                .map(hit -> hit.city().details().name().value())
                .toList();
    }

    @Test
    void whatAnotherNodeAddsIsKnownWithTheNextSearch() {
        PostgresUrl url = PostgresServer.newDatabase();
        try (ApplicationContext one = OnPostgres.open(url);
                ApplicationContext other = OnPostgres.open(url)) {
            Ports here = OnPostgres.emptied(one);
            Ports there = OnSqlite.ports(other);
            here.work().write(() -> here.cities().add(named("Villeneuve"), null, NOW));
            assertThat(typos(here, "Villeneuvr")).containsExactly("Villeneuve");
            there.work().write(() -> there.cities().add(named("Montpellier"), null, NOW));
            assertThat(typos(here, "Montpelier")).containsExactly("Montpellier");
            assertThat(typos(there, "Villeneuvr")).containsExactly("Villeneuve");
        }
    }
}
