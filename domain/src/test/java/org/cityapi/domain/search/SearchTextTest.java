package org.cityapi.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({"st.gallen, st gallen", "st. gallen, st gallen", "d.c., dc", "st., st", "l'aquila, laquila"})
    void theFullStopAfterAnAbbreviationPartsWords(String text, String key) {
        assertThat(SearchText.of(text).key().value()).isEqualTo(key);
    }

    @Test
    void whatWasTypedIsKeptAsNamesAre() {
        assertThat(SearchText.of(" Ko\u0308ln\u00A0").typed()).isEqualTo("Köln");
        assertThat(SearchText.of("St.Gallen").typed()).isEqualTo("St.Gallen");
        assertThat(SearchText.of("köln")).isNotEqualTo(SearchText.of("koln"));
        assertThat(SearchText.of("köln").key()).isEqualTo(SearchText.of("koln").key());
    }

    @Test
    void aWordThatIsRepeatedIsLookedForOnce() {
        assertThat(SearchText.of("a b a A a").words()).containsExactly("a", "b");
    }
}
