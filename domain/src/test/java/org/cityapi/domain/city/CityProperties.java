package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violations;
import org.jspecify.annotations.Nullable;

class CityProperties {

    @Property
    void anyTextIsEitherANameOrAtFault(@ForAll("texts") String text) {
        String normalized = CityName.normalize(text);
        if (CityName.faultOf(normalized).isEmpty()) {
            assertThat(new CityName(normalized).value()).isEqualTo(normalized);
        } else {
            assertThatThrownBy(() -> new CityName(normalized)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property
    void anyTextIsEitherACodeOrAtFault(@ForAll("texts") String text) {
        String normalized = AdminCode.normalize(text);
        if (AdminCode.faultOf(normalized).isEmpty()) {
            assertThat(new AdminCode(normalized).value()).isEqualTo(normalized);
        } else {
            assertThatThrownBy(() -> new AdminCode(normalized)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property
    void anyDraftIsEitherRefusedOrGivesDetailsThatCanBeWrittenBack(@ForAll("drafts") CityDraft draft) {
        CityDetails details;
        try {
            details = draft.check(new Violations());
        } catch (Rejection.Invalid invalid) {
            assertThat(invalid.violations()).isNotEmpty();
            return;
        }
        assertThat(CityDraft.of(details).check(new Violations())).isEqualTo(details);
        assertThat(details.searchKeys()).doesNotHaveDuplicates();
    }

    @Property
    void everyPositionIsItsDegrees(@ForAll("positions") Coordinates position) {
        assertThat(Coordinates.ofDegrees(position.latitude(), position.longitude()))
                .isEqualTo(position);
    }

    /** All of Java's characters, halves of pairs included, and those that the rules name. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> odd =
                Arbitraries.of('\0', '\n', ' ', '\u00A0', '\u0301', '\u200B', '\u2028', '\u3000', '\uD83D', '\uDE00');
        return Arbitraries.oneOf(
                        Arbitraries.chars().all(), odd, Arbitraries.chars().alpha())
                .list()
                .ofMaxSize(25)
                .map(chars -> chars.stream()
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                        .toString());
    }

    @Provide
    Arbitrary<CityDraft> drafts() {
        Arbitrary<@Nullable String> text = texts().injectNull(0.2);
        Arbitrary<String> country = Arbitraries.of("FR", "dk", "XK", "ZZ").injectNull(0.1);
        Arbitrary<BigDecimal> number = Arbitraries.oneOf(
                        Arbitraries.bigDecimals(), Arbitraries.longs().map(BigDecimal::valueOf), smallNumbers())
                .injectNull(0.2);
        Arbitrary<String> zone =
                Arbitraries.of("Europe/Paris", "UTC", "Nowhere").injectNull(0.3);
        Arbitrary<List<String>> names =
                Arbitraries.oneOf(texts(), Arbitraries.of("a", "b")).list().ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.oneOf(text, Arbitraries.of("Paris")),
                        country,
                        smallNumbers(),
                        number,
                        number,
                        Arbitraries.oneOf(text, Arbitraries.of("05")),
                        zone,
                        number)
                .flatAs((name, code, population, latitude, longitude, division, timezone, geoname) ->
                        names.map(others -> new CityDraft(
                                name, code, population, latitude, longitude, division, timezone, geoname, others)));
    }

    @Provide
    Arbitrary<Coordinates> positions() {
        return Combinators.combine(
                        Arbitraries.integers().between(-90_000_000, 90_000_000),
                        Arbitraries.integers().between(-180_000_000, 180_000_000))
                .as(Coordinates::new);
    }

    private static Arbitrary<BigDecimal> smallNumbers() {
        return Arbitraries.integers().between(-5, 80).map(BigDecimal::valueOf);
    }
}
