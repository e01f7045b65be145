package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.CountryTotals;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.Test;

class CountCitiesTest {

    private final Ports ports = Ports.inMemory();
    private Instant now = Instant.EPOCH;

    private final CountCities counts = new CountCities(ports.cities(), ports.search(), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void add(long population) {
        CityDetails details = new CityDetails(
                new CityName("A"),
                new CountryCode("FR"),
                new Population(population),
                null,
                null,
                null,
                null,
                List.of());
        ports.work().write(() -> ports.cities().add(details, null, now));
    }

    @Test
    void citiesAreCountedBySize() {
        LongStream.of(0, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000, 30_000_000, 30_000_000)
                .forEach(this::add);
        assertThat(counts.bySize()).containsExactly(2L, 2L, 2L, 2L, 3L);
    }

    @Test
    void whatWasCountedIsToldForAMinute() {
        add(7);
        CountryTotals one = new CountryTotals(new CountryCode("FR"), 1, 7);
        assertThat(counts.byCountry()).containsExactly(one);
        add(8);
        now = now.plusSeconds(59);
        assertThat(counts.byCountry()).containsExactly(one);
        now = now.plusSeconds(1);
        assertThat(counts.byCountry()).containsExactly(new CountryTotals(new CountryCode("FR"), 2, 15));
        add(9);
        now = now.minusSeconds(86_400);
        assertThat(counts.byCountry())
                .as("of a clock that was wrong")
                .containsExactly(new CountryTotals(new CountryCode("FR"), 3, 24));
    }
}
