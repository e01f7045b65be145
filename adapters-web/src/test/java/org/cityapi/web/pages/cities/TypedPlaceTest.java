package org.cityapi.web.pages.cities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPlaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48.85, 2.35 | 48.85 | 2.35",
                "48.85,2.35 | 48.85 | 2.35",
                "48.85 2.35 | 48.85 | 2.35",
                "48,85; 2,35 | 48.85 | 2.35",
                "48,85 ; -2,35 | 48.85 | -2.35",
                "(48.85, 2.35) | 48.85 | 2.35",
                "48.85° N, 2.35° W | 48.85 | -2.35",
                "33.9° S, 18.4° E | -33.9 | 18.4",
                "\u221248.85, \u22122.35 | -48.85 | -2.35",
                "48, 2 | 48 | 2",
                "48,85341\u00a0; 2,3488 | 48.85341 | 2.3488",
                "\u00a048.85341,\u202f2.3488\u00a0 | 48.85341 | 2.3488"
            })
    void aPlaceIsReadAsPeopleWriteIt(String text, String latitude, String longitude) {
        assertThat(TypedPlace.of(text)).contains(new TypedPlace(latitude, longitude));
    }

    @Test
    void whatIsTooLongIsNotLookedThrough() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(TypedPlace.of("1" + " ".repeat(500_000) + "x")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "48,85",
                "48.85",
                "48,85,2,35",
                "",
                "Paris",
                "48.85, x",
                "1, 2, 3",
                "48.85,2",
                "48° 51",
                "48 51",
                "12 34",
                "1 234",
                "0° 7"
            })
    void whatMayBeOneNumberIsNotTaken(String text) {
        assertThat(TypedPlace.of(text)).isEmpty();
    }
}
