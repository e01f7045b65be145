package org.cityapi.web.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityapi.web.WebSettings;
import org.junit.jupiter.api.Test;

class SignedCursorsTest {

    private static final String OLD = "0123456789abcdef0123456789abcdef";
    private static final String NEW = "fedcba9876543210fedcba9876543210";
    private static final byte[] PLACE = {1, 2, 3};

    private static SignedCursors with(String... keys) {
        return new SignedCursors(new WebSettings(List.of(keys), "", null, null));
    }

    @Test
    void whatTheFormerKeySignedStillCounts() {
        String cursor = with(OLD).write("users", PLACE);
        assertThat(with(NEW, OLD).read("users", cursor)).contains(PLACE);
        assertThat(with(NEW).read("users", cursor)).isEmpty();
    }

    @Test
    void theFormerKeySignsNoMore() {
        String cursor = with(NEW, OLD).write("users", PLACE);
        assertThat(with(NEW).read("users", cursor)).contains(PLACE);
        assertThat(with(OLD).read("users", cursor)).isEmpty();
    }

    @Test
    void aCursorIsGoodForItsListingAlone() {
        String cursor = with(OLD).write("users", PLACE);
        assertThat(with(OLD).read("cities", cursor)).isEmpty();
        assertThat(with(OLD).isFormed(cursor + "=")).isFalse();
    }
}
