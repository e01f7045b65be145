package org.cityapi.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.rejection.Fault;
import org.junit.jupiter.api.Test;

class ShortTextsTest {

    /** To put so many marks in order takes a minute. */
    private static final String MARKS = "a" + "\u0301\u0316".repeat(200_000);

    @Test
    void aTextIsKeptInNfcWithoutBlanksAtItsEnds() {
        assertThat(ShortTexts.normalize("\u3000 e\u0301\u00a0")).isEqualTo("\u00e9");
        assertThat(ShortTexts.normalize("e\u0301".repeat(1_000))).isEqualTo("\u00e9".repeat(1_000));
    }

    @Test
    void whatIsMuchTooLongIsSaidToBeSoAtOnce() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(ShortTexts.faultOf(ShortTexts.normalize(MARKS), 200))
                        .contains(Fault.TOO_LONG));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Countries.catalogue().named(MARKS)).isEmpty());
    }
}
