package org.cityapi.persistence.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonBytesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 4_095, 4_096, 4_097, 20_000})
    void leapsOverWhatHasSoMuchInCommon(int size) {
        Random random = new Random(size);
        int[] each = random.ints(size, 0, 300).toArray();
        // Few that end a stretch: such stretches are longer than leaps.
        for (int at = 0; at < size; at++) {
            each[at] = random.nextInt(3_000) == 0 ? random.nextInt(4) : 4 + each[at];
        }
        CommonBytes common = new CommonBytes(size, at -> each[at]);
        for (int i = 0; i < 2_000; i++) {
            int at = random.nextInt(size);
            int bytes = random.nextInt(6);
            int next = at + 1;
            while (next < size && each[next] >= bytes) {
                next++;
            }
            assertThat(common.after(at, bytes))
                    .as("after %s with %s", at, bytes)
                    .isEqualTo(next);
        }
        for (int at = 1; at < size; at++) {
            assertThat(common.at(at)).isEqualTo(Math.min(255, each[at]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 300, 1_000})
    void whatIsLongerThanItCountsEndsEarlier(int bytes) {
        CommonBytes common = new CommonBytes(3, at -> 2_000);
        assertThat(common.after(0, bytes)).isEqualTo(1);
    }
}
