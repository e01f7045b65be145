package org.cityapi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({
        "fr, 2026-12-01T08:05:00Z, 1er déc. 2026",
        "fr-CA, 2026-12-01T08:05:00Z, 1er déc. 2026",
        "fr, 2026-12-11T08:05:00Z, 11 déc. 2026",
        "fr, 2026-12-21T08:05:00Z, 21 déc. 2026",
        "en-US, 2026-12-01T08:05:00Z, 'Dec 1, 2026'",
        "en-GB, 2026-12-01T08:05:00Z, 1 Dec 2026"
    })
    void theFirstDayOfAMonthIsOrdinalInFrench(Locale language, Instant time, String date) {
        Texts texts = new Texts(language);
        assertThat(texts.date(time)).isEqualTo(date);
        assertThat(texts.time(time)).startsWith(date).endsWith(" UTC");
    }
}
