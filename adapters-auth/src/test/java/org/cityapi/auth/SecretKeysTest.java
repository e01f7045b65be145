package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.cityapi.auth.browser.Seals;
import org.cityapi.auth.browser.Seals.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys with which the register knows again what it gave to browsers. */
class SecretKeysTest {

    private static final String OLD = "an old key of more than 32 characters";
    private static final String NEW = "a new key of more than 32 characters!";

    private static Seals seals(String key, String... previous) {
        return new Seals(new Site("https://cities.example", key, List.of(previous)));
    }

    @Test
    void whatAPreviousKeySealedIsKnownAgain() {
        String seal = seals(OLD).seal(Use.FORM, "text");
        assertThat(seals(NEW, OLD).isSealed(Use.FORM, "text", seal)).isTrue();
        assertThat(seals(NEW).isSealed(Use.FORM, "text", seal)).isFalse();
    }

    @Test
    void thePresentKeySeals() {
        String seal = seals(NEW, OLD).seal(Use.FORM, "text");
        assertThat(seal).isEqualTo(seals(NEW).seal(Use.FORM, "text")).hasSize(43);
        assertThat(seals(OLD).isSealed(Use.FORM, "text", seal)).isFalse();
    }

    @Test
    void aSealIsForOneUseAndOneText() {
        String seal = seals(NEW).seal(Use.FORM, "text");
        assertThat(seals(NEW).isSealed(Use.STATE, "text", seal)).isFalse();
        assertThat(seals(NEW).isSealed(Use.FORM, "texT", seal)).isFalse();
        assertThat(seals(NEW).isSealed(Use.FORM, "text", "")).isFalse();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> seals("x".repeat(31)));
        assertThatIllegalArgumentException().isThrownBy(() -> seals(NEW, "x".repeat(31)));
    }

    @Test
    void nothingOfTheKeysIsPrinted() {
        assertThat(new Site("https://cities.example", NEW, List.of(OLD))).hasToString("https://cities.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cities.example",
                "ftp://cities.example",
                "https://",
                "https://cities.example/",
                "https://cities.example/path",
                "https://cities.example?x",
                "https://user@cities.example",
                "https://cities.example:443",
                "http://cities.example:80",
                "https://Cities.example"
            })
    void aPublicUrlIsAnOriginAsBrowsersWriteIt(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Site(url, NEW, List.of()));
    }
}
