package org.cityapi.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.text.SearchKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "mos ow, Moscow",
        "syd ey, Sydney",
        "мос ва, Москва",
        "イスタンブ ル, イスタンブール",
        "elnpaso, El Paso",
        "losmangels, Los Angeles",
        "nevbyork, New York",
        "capevtwon, Cape Town",
        "mexicocciy, Mexico City",
        "kualamlumpr, Kuala Lumpur",
        "san ju n, San Juan",
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
        "mos wo, Moscow",
        "lanpza, La Paz",
        "losmangls, Los Angeles",
        "나주, 광주",
        "산부, 부산",
        "가, 나",
        "abc, ab",
    })
    void whatLiesFurtherAwayIsNot(String typed, String name) {
        assertThat(query(typed).typo(city(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Moscow", "Los Angeles", "Rio de Janeiro", "Москва", "イスタンブール", "𠀀東𠀀京都"})
    void aBlankForAnyLetterAndALetterForAnyBlankIsOneError(String name) {
        SearchKey meant = SearchKey.of(name);
        int[] letters = meant.value().codePoints().toArray();
        for (int i = 1; i < letters.length - 1; i++) {
            int[] typed = letters.clone();
            typed[i] = letters[i] == ' ' ? 'n' : ' ';
            SearchText text = SearchText.of(new String(typed, 0, typed.length));
            assertThat(new Typos(text).errorsInAll(meant)).as("%s", text).isEqualTo(1);
            assertThat(Typos.explain(text, meant)).as("%s", text).isTrue();
        }
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
