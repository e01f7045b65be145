package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.DraftWith.checked;
import static org.cityapi.domain.city.DraftWith.codes;
import static org.cityapi.domain.city.DraftWith.faultsOf;
import static org.cityapi.domain.rejection.Fault.INCOMPLETE;
import static org.cityapi.domain.rejection.Fault.OUT_OF_RANGE;
import static org.cityapi.domain.rejection.Fault.TYPE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a time limit: a short number can stand for one of a billion digits. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DraftNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "1.0, 1",
        "1e3, 1000",
        "100000000, 100000000",
        "100000000.000, 100000000",
        "0e5000, 0",
        "0e-999999999, 0",
        "5E+1, 50"
    })
    void aPopulationIsAWholeNumberHoweverItIsWritten(BigDecimal written, long kept) {
        assertThat(checked(new DraftWith().population(written)).population().value())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, OUT_OF_RANGE",
        "100000001, OUT_OF_RANGE",
        "1e9, OUT_OF_RANGE",
        "1e999999999, OUT_OF_RANGE",
        "-1e999999999, OUT_OF_RANGE",
        "100e2147483647, OUT_OF_RANGE",
        "9223372036854775808, OUT_OF_RANGE",
        "0.5, TYPE",
        "99999999.9, TYPE",
        "1e-999999999, TYPE"
    })
    void aPopulationIsFromNoneToAHundredMillion(BigDecimal written, Fault fault) {
        assertThat(codes(new DraftWith().population(written))).containsExactly("population " + fault);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "9223372036854775807, 9223372036854775807", "2988507.0, 2988507"})
    void aGeonameIdIsAPositiveLong(BigDecimal written, long kept) {
        assertThat(checked(new DraftWith().geonameId(written)).geonameId()).isEqualTo(new GeonameId(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "0, OUT_OF_RANGE",
        "-1, OUT_OF_RANGE",
        "9223372036854775808, OUT_OF_RANGE",
        "1e999999999, OUT_OF_RANGE",
        "1.5, TYPE"
    })
    void otherwiseItIsNoGeonameId(BigDecimal written, Fault fault) {
        assertThat(codes(new DraftWith().geonameId(written))).containsExactly("geonameId " + fault);
    }

    @ParameterizedTest
    @CsvSource({
        "90, 180, 90000000, 180000000",
        "-90, -180, -90000000, -180000000",
        "-0.0, 0.0, 0, 0",
        "48.8534095, 2.3487995, 48853410, 2348800",
        "-48.8534095, -0.0000005, -48853410, -1",
        "89.9999999, 179.9999999, 90000000, 180000000",
        "0.00000049, -0.00000049, 0, 0",
        "1e-999999999, -1e-999999999, 0, 0",
        "4.5e1, 1e2, 45000000, 100000000"
    })
    void coordinatesAreRoundedToSixDecimals(BigDecimal latitude, BigDecimal longitude, int lat, int lon) {
        assertThat(checked(new DraftWith().at(latitude, longitude)).coordinates())
                .isEqualTo(new Coordinates(lat, lon));
    }

    @ParameterizedTest
    @CsvSource({
        "90.0000001, 0, latitude",
        "-90.0000001, 0, latitude",
        "0, 180.0000001, longitude",
        "0, -180.0000001, longitude",
        "1e999999999, 0, latitude",
        "0, -1e999999999, longitude"
    })
    void coordinatesEndAtThePolesAndTheAntimeridian(BigDecimal latitude, BigDecimal longitude, String faulty) {
        assertThat(codes(new DraftWith().at(latitude, longitude))).containsExactly(faulty + " " + OUT_OF_RANGE);
    }

    @Test
    void halfACoordinateIsNone() {
        assertThat(faultsOf(new DraftWith().at(BigDecimal.ONE, null)))
                .containsExactly(new Violation("longitude", "/longitude", INCOMPLETE, Map.of("other", "latitude")));
        assertThat(faultsOf(new DraftWith().at(null, BigDecimal.ONE)))
                .containsExactly(new Violation("latitude", "/latitude", INCOMPLETE, Map.of("other", "longitude")));
        assertThat(codes(new DraftWith().at(null, new BigDecimal("181"))))
                .containsExactly("latitude " + INCOMPLETE, "longitude " + OUT_OF_RANGE);
    }

    @Test
    void aNumberOfManyDigitsIsJudgedAtOnce() {
        BigInteger digits = BigInteger.TEN.pow(200_000);
        assertThat(codes(new DraftWith().population(new BigDecimal(digits))))
                .containsExactly("population " + OUT_OF_RANGE);
        assertThat(codes(new DraftWith().population(new BigDecimal(digits, 199_999))))
                .containsExactly("population " + TYPE);
        assertThat(codes(new DraftWith().at(new BigDecimal(digits), BigDecimal.ONE)))
                .containsExactly("latitude " + OUT_OF_RANGE);
    }
}
