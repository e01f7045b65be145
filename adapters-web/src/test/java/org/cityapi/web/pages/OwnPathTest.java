package org.cityapi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cities?q=a%20b&sort=-name", "/a//b", "/cities/1#history"})
    void aPathOfOursIsTaken(String path) {
        assertThat(OwnPath.of(path.replaceAll("#.*", ""))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "cities", "//evil.example", "https://evil.example/", "/a b", "/%zz", "/a\nb", "/\\evil"})
    void anythingElseIsNot(String path) {
        assertThat(OwnPath.of(path)).isEmpty();
        assertThat(OwnPath.of(null)).isEmpty();
    }

    @Test
    void aLongPathNeedsNoDeepStack() throws InterruptedException {
        String path = "/cities?q=" + "a%20".repeat(1_000);
        AtomicReference<Object> found = new AtomicReference<>();
        Thread small = new Thread(
                null,
                () -> {
                    try {
                        found.set(OwnPath.of(path));
                    } catch (StackOverflowError tooDeep) {
                        found.set(tooDeep);
                    }
                },
                "small",
                128 * 1024);
        small.start();
        small.join();
        assertThat(found.get()).isEqualTo(java.util.Optional.of(path));
        assertThat(OwnPath.of("/" + "a".repeat(5_000))).isEmpty();
    }
}
