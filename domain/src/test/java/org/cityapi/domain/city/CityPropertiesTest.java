package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violations;

class CityPropertiesTest {

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
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void anyDraftIsEitherRefusedOrGivesDetailsThatCanBeWrittenBack(@ForAll("drafts") CityDraft draft) {
        boolean sound = isSound(draft);
        if (sound) {
            CityDetails details = draft.check(new Violations());
            assertThat(CityDraft.of(details).check(new Violations())).isEqualTo(details);
            assertThat(details.nameKeys()).doesNotHaveDuplicates();
        }
        Statistics.collect(sound);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    }

    private static boolean isSound(CityDraft draft) {
        try {
            draft.check(new Violations());
            return true;
        } catch (Rejection.Invalid invalid) {
            assertThat(invalid.violations()).isNotEmpty();
            return false;
        }
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
        Arbitrary<BigDecimal> number =
                mostly(Arbitraries.integers().between(1, 80).map(BigDecimal::valueOf), Arbitraries.bigDecimals());
        Arbitrary<String> word =
                mostly(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20), texts());
        return Combinators.combine(
                        word,
                        mostly(Arbitraries.of("FR", "dk", "XK"), Arbitraries.of("ZZ")),
                        number,
                        number.tuple2(),
                        word.injectNull(0.3),
                        mostly(Arbitraries.of("Europe/Paris", "UTC"), Arbitraries.of("Nowhere")),
                        number.injectNull(0.3),
                        word.list().ofMaxSize(3))
                .as((name, country, population, at, division, zone, geoname, others) ->
                        new CityDraft(name, country, population, at.get1(), at.get2(), division, zone, geoname, others))
                .withoutEdgeCases();
    }

    private static <T> Arbitrary<T> mostly(Arbitrary<T> sound, Arbitrary<T> any) {
        return Arbitraries.frequencyOf(Tuple.of(9, sound), Tuple.of(1, any));
    }

    @Provide
    Arbitrary<Coordinates> positions() {
        return Combinators.combine(
                        Arbitraries.integers().between(-90_000_000, 90_000_000),
                        Arbitraries.integers().between(-180_000_000, 180_000_000))
                .as(Coordinates::new);
    }
}
