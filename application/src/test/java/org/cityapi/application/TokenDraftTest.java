package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cityapi.application.Register.KEPT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenDraftTest {

    private static Instant end(String expiresAt) {
        return new TokenDraft("a", List.of(), expiresAt)
                .check(new Violations(), KEPT)
                .expiresAt();
    }

    private static List<Violation> faults(TokenDraft draft) {
        return catchThrowableOfType(Rejection.Invalid.class, () -> draft.check(new Violations(), KEPT))
                .violations();
    }

    @Test
    void aDraftBecomesWhatIsWanted() {
        ManageTokens.Wanted wanted = new TokenDraft(" Cafe\u0301 ", List.of("read:history", "create:cities"), null)
                .check(new Violations(), KEPT);
        assertThat(wanted.name()).isEqualTo("Caf\u00e9");
        assertThat(wanted.scopes()).containsExactlyInAnyOrder(Permission.READ_HISTORY, Permission.CREATE_CITIES);
        assertThat(wanted.expiresAt()).isEqualTo(KEPT.plus(Duration.ofDays(90)));
    }

    /** The present moment is 08:00:00.123 on the 24th. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:00:00.124Z, 2026-11-24T08:00:00.124Z",
        "2026-11-24T08:00:00.124999999Z, 2026-11-24T08:00:00.124Z",
        "2027-11-25T08:00:00.123Z, 2027-11-25T08:00:00.123Z",
        "2027-01-01t00:00:00z, 2027-01-01T00:00:00Z",
        "2027-01-01T00:00:00+05:30, 2026-12-31T18:30:00Z",
        "2027-01-01T00:00:00-00:00, 2027-01-01T00:00:00Z"
    })
    void aTokenEndsToTheMillisecond(String text, Instant end) {
        assertThat(end(text)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T08:00:00.123Z",
                "2026-11-24T08:00:00.123999999Z",
                "2027-11-25T08:00:00.124Z",
                "2026-11-24T09:00:00+01:00",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z"
            })
    void anEndMustLieAheadButNotFarAhead(String text) {
        assertThat(faults(new TokenDraft("a", List.of(), text)))
                .containsExactly(new Violation(
                        "expiresAt",
                        "/expiresAt",
                        Fault.OUT_OF_RANGE,
                        Map.of("min", "2026-11-24T08:00:00.124Z", "max", "2027-11-25T08:00:00.123Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2027-01-01",
                "2027-01-01T00:00Z",
                "2027-01-01T00:00:00",
                "2027-01-01 00:00:00Z",
                "2027-02-29T00:00:00Z",
                "2027-01-01T24:00:01Z",
                "2027-01-01T00:00:00+19:00",
                "2027-01-01T00:00:00+01",
                "+12027-01-01T00:00:00Z",
                "٢٠٢٧-01-01T00:00:00Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThat(faults(new TokenDraft("a", List.of(), text)))
                .containsExactly(new Violation("expiresAt", "/expiresAt", Fault.TYPE, Map.of("expected", "time")));
    }

    @Test
    void whatItsReaderFoundIsNotJudgedAgain() {
        Violations found = new Violations();
        found.add("name", Fault.TYPE);
        found.add("scopes", Fault.TYPE);
        found.add("expiresAt", Fault.TYPE);
        Rejection.Invalid refused =
                catchThrowableOfType(Rejection.Invalid.class, () -> new TokenDraft(null, null, "x").check(found, KEPT));
        assertThat(refused.violations()).hasSize(3).allMatch(violation -> violation.fault() == Fault.TYPE);
    }
}
