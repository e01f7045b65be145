package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cityapi.domain.city.DraftWith.checked;
import static org.cityapi.domain.city.DraftWith.codes;
import static org.cityapi.domain.city.DraftWith.faultsOf;
import static org.cityapi.domain.rejection.Fault.BLANK;
import static org.cityapi.domain.rejection.Fault.CONTROL_CHARACTER;
import static org.cityapi.domain.rejection.Fault.OUT_OF_RANGE;
import static org.cityapi.domain.rejection.Fault.REQUIRED;
import static org.cityapi.domain.rejection.Fault.TOO_LONG;
import static org.cityapi.domain.rejection.Fault.TYPE;
import static org.cityapi.domain.rejection.Fault.UNKNOWN_COUNTRY;
import static org.cityapi.domain.rejection.Fault.UNKNOWN_TIME_ZONE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.rejection.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityDraftTest {

    @Test
    void anEmptyDraftLacksWhatIsRequired() {
        assertThat(faultsOf(CityDraft.EMPTY))
                .containsExactlyInAnyOrder(
                        new Violation("name", "/name", REQUIRED, Map.of()),
                        new Violation("countryCode", "/countryCode", REQUIRED, Map.of()),
                        new Violation("population", "/population", REQUIRED, Map.of()));
    }

    @Test
    void allTheFaultsAreToldAtOnce() {
        CityDraft draft = new CityDraft(
                " ",
                "ZZ",
                new BigDecimal("1.5"),
                new BigDecimal("91"),
                new BigDecimal("-181"),
                "x".repeat(21),
                "Europe/Atlantis",
                BigDecimal.ZERO,
                List.of("fine", "\n", "a\tb"));
        assertThat(faultsOf(draft))
                .containsExactly(
                        new Violation("name", "/name", BLANK, Map.of("max", 200)),
                        new Violation("countryCode", "/countryCode", UNKNOWN_COUNTRY, Map.of("value", "ZZ")),
                        new Violation("population", "/population", TYPE, Map.of("expected", "integer")),
                        new Violation("latitude", "/latitude", OUT_OF_RANGE, Map.of("min", -90L, "max", 90L)),
                        new Violation("longitude", "/longitude", OUT_OF_RANGE, Map.of("min", -180L, "max", 180L)),
                        new Violation("adminCode", "/adminCode", TOO_LONG, Map.of("max", 20)),
                        new Violation("timezone", "/timezone", UNKNOWN_TIME_ZONE, Map.of("value", "Europe/Atlantis")),
                        new Violation(
                                "geonameId", "/geonameId", OUT_OF_RANGE, Map.of("min", 1L, "max", Long.MAX_VALUE)),
                        new Violation("otherNames", "/otherNames/1", BLANK, Map.of("max", 200)),
                        new Violation("otherNames", "/otherNames/2", CONTROL_CHARACTER, Map.of("max", 200)));
    }

    @Test
    void whatTheReaderFoundIsKeptAndItsFieldsAreNotJudgedAgain() {
        for (String field : List.of(
                "name", "countryCode", "population", "latitude", "adminCode", "timezone", "geonameId", "otherNames")) {
            Violations found = new Violations();
            found.add(field, TYPE, Map.of("expected", "another"));
            CityDraft sound = CityDraft.of(CitySamples.complete());
            CityDraft draft = field.equals("population") ? new DraftWith(sound).population(null) : sound;
            Rejection.Invalid invalid = catchThrowableOfType(Rejection.Invalid.class, () -> draft.check(found));
            assertThat(invalid.violations())
                    .containsExactly(new Violation(field, "/" + field, TYPE, Map.of("expected", "another")));
        }
    }

    @Test
    void detailsWrittenDownGiveTheSameDetailsBack() {
        for (CityDetails details : List.of(CitySamples.complete(), CitySamples.named("Paris"))) {
            assertThat(CityDraft.of(details).check(new Violations())).isEqualTo(details);
        }
    }

    @ParameterizedTest
    @CsvSource({"FR, FR", "fr, FR", "xk, XK", "Na, NA", "it, IT"})
    void aCountryCodeMayBeInAnyCase(String written, String kept) {
        assertThat(checked(new DraftWith().country(written)).country().value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "FRA", "France", "ZZ", " FR", "F", "ß"})
    void aCountryCodeIsAlpha2(String code) {
        assertThat(codes(new DraftWith().country(code))).containsExactly("countryCode " + UNKNOWN_COUNTRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Paris", "America/Argentina/Buenos_Aires", "Etc/GMT+1", "UTC"})
    void aTimeZoneIsOneOfTheIanaDatabase(String zone) {
        assertThat(checked(new DraftWith().timezone(zone)).timezone()).isEqualTo(new TimeZoneId(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "europe/paris", "Europe/Paris ", "+01:00", "UTC+1", "SystemV/AST4", "CEST", "\0"})
    void otherwiseItIsNoTimeZone(String zone) {
        assertThat(codes(new DraftWith().timezone(zone))).containsExactly("timezone " + UNKNOWN_TIME_ZONE);
    }
}
