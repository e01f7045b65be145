package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

    private static People of(Map<String, String> settings) {
        return People.of(name -> Optional.ofNullable(settings.get(name)));
    }

    @Test
    void nothingNeedsToBeSet() {
        assertThat(of(Map.of()).administrators()).isEmpty();
        assertThat(of(Map.of()).sessions()).isEqualTo(new Session.Lifetime(Duration.ofHours(8), Duration.ofDays(7)));
    }

    @Test
    void administratorsAreAddressesWithCommasBetween() {
        assertThat(of(Map.of("CITY_ADMINS", "ada@example.org, bob@example.org ,"))
                        .administrators())
                .containsExactlyInAnyOrder("ada@example.org", "bob@example.org");
    }

    @Test
    void timesAreWrittenAsPeopleWriteThem() {
        assertThat(of(Map.of("SESSION_IDLE", "90s", "SESSION_LIFETIME", "45m")).sessions())
                .isEqualTo(new Session.Lifetime(Duration.ofSeconds(90), Duration.ofMinutes(45)));
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_ADMINS, ada",
        "CITY_ADMINS, ada@example.org bob@example.org",
        "SESSION_IDLE, 0m",
        "SESSION_IDLE, 8",
        "SESSION_IDLE, 8 h",
        "SESSION_IDLE, 30d",
        "SESSION_LIFETIME, 1h",
        "SESSION_LIFETIME, PT12H",
        "SESSION_LIFETIME, ٩h"
    })
    void whatIsWrongIsNamed(String name, String value) {
        assertThatThrownBy(() -> of(Map.of(name, value)))
                .isInstanceOf(BadSetting.class)
                .message()
                .matches("SESSION_IDLE must not be longer.*|" + name + " must .*");
    }
}
