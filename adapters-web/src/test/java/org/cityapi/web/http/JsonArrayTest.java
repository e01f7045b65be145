package org.cityapi.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JsonArrayTest {

    private final AtomicInteger fetched = new AtomicInteger();
    private final Semaphore turns = new Semaphore(1);

    private InputStream numbers(int last) {
        return JsonArray.of(
                () -> List.of(1),
                number -> {
                    fetched.incrementAndGet();
                    return number == last ? List.of() : List.of(number + 1);
                },
                number -> number.toString().getBytes(UTF_8),
                turns);
    }

    @Test
    void batchesFollowEachOther() throws IOException {
        try (InputStream array = numbers(5)) {
            assertThat(new String(array.readAllBytes(), UTF_8)).isEqualTo("[1,2,3,4,5]");
        }
        try (InputStream array = JsonArray.of(List::<Integer>of, any -> List.of(), any -> new byte[0], turns)) {
            assertThat(new String(array.readAllBytes(), UTF_8)).isEqualTo("[]");
        }
        assertThat(turns.availablePermits()).isEqualTo(1);
    }

    @Test
    void whoClosesItEarlyHasNoMoreFetched() throws IOException {
        InputStream array = numbers(1_000);
        assertThat(array.readNBytes(4)).asString(UTF_8).isEqualTo("[1,2");
        array.close();
        assertThat(fetched).hasValueLessThan(4);
        assertThat(array.read()).isEqualTo(-1);
        assertThat(array.read(new byte[9], 0, 9)).isEqualTo(-1);
        assertThat(fetched).hasValueLessThan(4);
    }
}
