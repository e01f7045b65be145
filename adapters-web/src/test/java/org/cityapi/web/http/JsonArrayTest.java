package org.cityapi.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.cityapi.domain.rejection.Rejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonArrayTest {

    private final AtomicInteger fetched = new AtomicInteger();
    private final Semaphore turns = new Semaphore(1);

    private InputStream numbers(int last, boolean isToldWhenOver) {
        JsonArray.Batches<Integer> batches = new JsonArray.Batches<>() {
            @Override
            public List<Integer> after(@Nullable Integer number) {
                int next = number == null ? 1 : number + 1;
                fetched.set(next);
                return next > last ? List.of() : List.of(next);
            }

            @Override
            public boolean isOver() {
                return isToldWhenOver && fetched.get() == last;
            }
        };
        return JsonArray.of(batches, number -> number.toString().getBytes(UTF_8), turns);
    }

    @ParameterizedTest
    @CsvSource({"5, false, '[1,2,3,4,5]', 6", "5, true, '[1,2,3,4,5]', 5", "1, true, [1], 1", "0, false, [], 1"})
    void batchesFollowEachOther(int last, boolean isToldWhenOver, String text, int most) throws IOException {
        try (InputStream array = numbers(last, isToldWhenOver)) {
            assertThat(new String(array.readAllBytes(), UTF_8)).isEqualTo(text);
        }
        assertThat(fetched).hasValue(most);
        assertThat(turns.availablePermits()).isEqualTo(1);
    }

    @Test
    void whoseTurnDoesNotComeIsToldSo() {
        turns.acquireUninterruptibly();
        assertThatThrownBy(() -> numbers(5, true)).isInstanceOf(Rejection.Unavailable.class);
        assertThat(fetched).hasValue(0);
        turns.release();
        assertThat(numbers(5, true)).isNotEmpty();
    }

    @Test
    void whoClosesItEarlyHasNoMoreFetched() throws IOException {
        InputStream array = numbers(1_000, true);
        assertThat(array.readNBytes(4)).asString(UTF_8).isEqualTo("[1,2");
        array.close();
        assertThat(fetched).hasValueLessThan(4);
        assertThat(array.read()).isEqualTo(-1);
        assertThat(array.read(new byte[9], 0, 9)).isEqualTo(-1);
        assertThat(fetched).hasValueLessThan(4);
    }
}
