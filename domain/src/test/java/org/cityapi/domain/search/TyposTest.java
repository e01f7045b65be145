package org.cityapi.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CitySamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyposTest {

    private static CityQuery query(String text) {
        return new CityQuery(CityFilter.ALL, SearchText.of(text), null, null);
    }

    private static City city(String name, String... others) {
        return new City(
                new CityId(1),
                CitySamples.withOtherNames(name, List.of(others)),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    @ParameterizedTest
    @CsvSource({
        "parsi, Paris",
        "aris, Paris",
        "lubumashi, Lubumbashi",
        "sa ndiego, San Diego",
        "sandiego, San Diego",
        "nwe yrok, New York",
        "newyrok, Newyork",
        "st-etiene, Saint-Étienne",
        "villefranchesursaone, Villefranche-sur-Saône",
        "rio dejaneiro, Rio de Janeiro",
        "st just saintrambert, Saint-Just-Saint-Rambert",
        "ロドンン, ロンドン",
        "amstred, Amsterdam",
        "newyor, New York",
        "nwe yor, New York",
        "msterd, Amsterdam",
        "san fransis, San Francisco",
        "farncis san, San Francisco",
        "екатеринь, Екатеринбург",
        "ಹುಕ್ಕರಿ, ಹುಕ್ಕೇರಿ",
        "ಮಸೂರು, ಮೈಸೂರು",
        "കട്ടയം, കോട്ടയം",
        "서을, 서울",
        "부신, 부산",
        "관주, 광주",
        "인촌, 인천",
        "샌프란시스크, 샌프란시스코",
    })
    void whatWasMeantIsFound(String typed, String name) {
        assertThat(query(typed).typo(city(name))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "lubumashi, luo ma shi",
        "st-etiene, Stetin",
        "sa ndiego, Santiago",
        "congqing, dong jing",
        "hengang, heng bang",
        "budape st, Bucarest",
        "newyrok, New York",
        "pras, Lars",
        "slo, Oslo",
        "amstr, Amsterdam",
        "amstreed, Amsterdam",
        "smatredam, Amsterdamned",
        "fransis knasas, San Francisco",
        "l ax, Lay",
        "나주, 광주",
        "산부, 부산",
        "가, 나",
        "abc, ab",
    })
    void whatLiesFurtherAwayIsNot(String typed, String name) {
        assertThat(query(typed).typo(city(name))).isEmpty();
    }

    @Test
    void theNearestNameIsToldOfSeveralTheFirst() {
        assertThat(query("newyork").typo(city("New York City", "New Yorc", "New York")))
                .map(hit -> hit.match().name().value())
                .contains("New York");
        assertThat(query("parsi").typo(city("Paris", "Parsa")))
                .map(hit -> hit.match().name().value())
                .contains("Paris");
    }
}
