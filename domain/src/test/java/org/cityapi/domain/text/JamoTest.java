package org.cityapi.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JamoTest {

    private static final String SAMPLE_BEGINNINGS = "ㄱㄲㅅㅇㄹ";
    private static final String SAMPLE_VOWELS = "ㅏㅗㅘㅞㅢ";
    private static final String SAMPLE_ENDS = " ㄱㄲㄳㄹㄺㅅㅇ";

    private static List<String> sample() {
        List<String> syllables = new ArrayList<>();
        for (char beginning : SAMPLE_BEGINNINGS.toCharArray()) {
            for (char vowel : SAMPLE_VOWELS.toCharArray()) {
                for (char end : SAMPLE_ENDS.toCharArray()) {
                    syllables.add(String.valueOf(KoreanKeyboard.syllable(beginning, vowel, end)));
                }
            }
        }
        return syllables;
    }

    private static void assertFoundWhileTyped(String name) {
        List<String> stages = KoreanKeyboard.stages(name);
        assertThat(stages.get(stages.size() - 1)).isEqualTo(name);
        String key = SearchKey.of(name).value();
        for (String stage : stages) {
            if (!key.startsWith(SearchKey.of(stage).value())) {
                assertThat(key)
                        .as("%s of %s", stage, name)
                        .startsWith(SearchKey.of(stage).value());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "부산, 붓", "대전, 댖", "대구, 댁", "수원, 숭", "수원, 수우", "울산, 욼", "뉴욕, 늉", "도쿄, 돜", "베이징, 베잊", "광주, 과", "서울, 성", "서울, ㅅ",
        "까치, ㄲ", "값사, 값", "원주, 우", "외도, 오", "갉아, 갈"
    })
    void aNameBeginsWithWhatIsOnTheScreenWhileItIsTyped(String name, String typed) {
        assertThat(KoreanKeyboard.stages(name)).contains(typed);
        assertFoundWhileTyped(name);
    }

    @Test
    void soDoTwoSyllablesWhateverTheyAre() {
        List<String> sample = sample();
        for (String first : sample) {
            sample.forEach(second -> assertFoundWhileTyped(first + second));
        }
    }

    @Test
    void namesOfOtherSyllablesHaveOtherKeys() {
        List<String> sample = sample();
        Set<SearchKey> keys = new HashSet<>();
        for (String first : sample) {
            assertThat(keys.add(SearchKey.of(first))).as(first).isTrue();
            for (String second : sample) {
                assertThat(keys.add(SearchKey.of(first + second)))
                        .as("%s%s", first, second)
                        .isTrue();
            }
        }
    }

    @Test
    void everySyllableHasAKeyOfItsOwnHoweverItIsCoded() {
        Set<SearchKey> keys = new HashSet<>();
        for (char syllable = '가'; syllable <= '힣'; syllable++) {
            String text = String.valueOf(syllable);
            SearchKey key = SearchKey.of(text);
            assertThat(keys.add(key)).as(text).isTrue();
            assertThat(SearchKey.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
                    .isEqualTo(key);
            assertThat(SearchKey.of(key.value())).isEqualTo(key);
            assertFoundWhileTyped(text);
        }
    }

    @Test
    void lettersOfOldBooksStay() {
        assertThat(SearchKey.of("\u1140\u119E").value()).isEqualTo("\u1140\u119E");
    }
}
