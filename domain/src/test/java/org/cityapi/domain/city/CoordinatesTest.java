package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {

    @ParameterizedTest
    @CsvSource({
        "50000000, 180000000, 50, 180",
        "-90000000, -180000000, -90, -180",
        "48853410, -500000, 48.85341, -0.5",
        "0, 1, 0, 0.000001"
    })
    void degreesHaveAsManyDecimalsAsAreNeededAndNoExponent(int lat, int lon, String latitude, String longitude) {
        Coordinates coordinates = new Coordinates(lat, lon);
        assertThat(coordinates.latitude()).hasToString(latitude);
        assertThat(coordinates.longitude()).hasToString(longitude);
        assertThat(Coordinates.ofDegrees(coordinates.latitude(), coordinates.longitude()))
                .isEqualTo(coordinates);
    }

    @ParameterizedTest
    @CsvSource({"90000001, 0", "-90000001, 0", "0, 180000001", "0, -180000001", "-2147483648, 0", "0, -2147483648"})
    void whatLiesBeyondThePolesOrTheAntimeridianIsNoPosition(int latitude, int longitude) {
        assertThatThrownBy(() -> new Coordinates(latitude, longitude)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @CsvSource({"91, 0", "0, 181", "1e999999999, 0", "0, -1e999999999", "4294.967296, 0"})
    void degreesOutOfRangeAreNoPosition(BigDecimal latitude, BigDecimal longitude) {
        assertThatThrownBy(() -> Coordinates.ofDegrees(latitude, longitude))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTwoSidesOfTheAntimeridianStayAsTheyWereWritten() {
        assertThat(new Coordinates(0, 180_000_000)).isNotEqualTo(new Coordinates(0, -180_000_000));
    }
}
