package org.cityapi.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

@Domain(UnicodeTexts.class)
class SearchKeyPropertiesTest {

    @Property
    void theKeyOfAKeyIsTheKey(@ForAll String name) {
        String key = SearchKey.of(name).value();
        assertThat(SearchKey.of(key).value()).isEqualTo(key);
    }

    @Property
    void aKeyIsWordsOneBlankApart(@ForAll String name) {
        String key = SearchKey.of(name).value();
        assertThat(key).doesNotContain("  ").isEqualTo(key.strip());
        assertThat(key.codePoints().filter(c -> c != ' ')).allMatch(c -> switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(c);
        });
    }

    @Property
    void aNameHasFewKeysEachOnceThatOfTheNameFirst(@ForAll String name) {
        assertThat(SearchKey.allOf(name)).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(SearchKey.MOST);
        assertThat(SearchKey.allOf("St Saint l'" + name + "'a"))
                .doesNotHaveDuplicates()
                .hasSizeBetween(3, SearchKey.MOST)
                .startsWith(SearchKey.of("St Saint l'" + name + "'a"));
    }

    @Property
    void lowerCaseHasTheSameKey(@ForAll String name) {
        assertThat(SearchKey.of(name.toLowerCase(Locale.ROOT))).isEqualTo(SearchKey.of(name));
    }

    @Property
    void canonicallyEqualNamesHaveTheSameKey(@ForAll String name) {
        SearchKey key = SearchKey.of(name);
        assertThat(SearchKey.of(Normalizer.normalize(name, Normalizer.Form.NFC)))
                .isEqualTo(key);
        assertThat(SearchKey.of(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(key);
    }

    @Property
    void theBlanksAroundANameDoNotMatter(@ForAll String name) {
        assertThat(SearchKey.of(" \u00A0" + name + "\u3000.")).isEqualTo(SearchKey.of(name));
    }

    @Property
    void everyBeginningOfAWordFindsTheName(@ForAll String name) {
        SearchKey key = SearchKey.of(name);
        for (String word : key.words()) {
            for (int end = 1; end <= word.length(); end++) {
                assertThat(key.hasWordFrom(word.substring(0, end))).isTrue();
            }
        }
    }

    @Property
    void whateverIsTypedOfIndianNamesKeyByKeyBeginsThem(@ForAll("indian") String name) {
        String keys = Normalizer.normalize(name, Normalizer.Form.NFD);
        SearchKey key = SearchKey.of(name);
        for (int end = 1; end <= keys.length(); end++) {
            String typed = keys.substring(0, end);
            assertThat(key.beginsWith(SearchKey.of(typed).value()))
                    .as("%s of %s", typed, name)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<String> indian() {
        return Arbitraries.strings()
                .withChars("කඹ්ාෙේොෝෞকােোৌகொோௌஔಮೆೇೈೊೋೀಿതെേൊോൌതൻତୋୈୌతైె")
                .ofMaxLength(8);
    }

    @Property
    void whichOfLikeLettersIsWrittenDoesNotMatter(@ForAll("likeLetters") String name) {
        SearchKey key = SearchKey.of(name);
        assertThat(SearchKey.of(key.value())).isEqualTo(key);
        assertThat(SearchKey.of(name.replace('ヶ', 'ケ')
                        .replace('ゅ', 'ゆ')
                        .replace('ｯ', 'ﾂ')
                        .replace('ォ', 'ぉ')))
                .isEqualTo(key);
        assertThat(SearchKey.of(name.replace("เเ", "แ").replace("ເເ", "ແ"))).isEqualTo(key);
        assertThat(SearchKey.of(name.replace('۲', '٢').replace('๒', '2').replace("𑄸", "२")))
                .isEqualTo(key);
    }

    @Provide
    Arbitrary<String> likeLetters() {
        return Arbitraries.of(
                        "ヶ", "ゅ", "ｯ", "ォ", "ﾞ", "\u3099", "\u309A", "เ", "แ", "ເ", "ແ", "ก", "۲", "๒", "𑄸", "é", " ")
                .list()
                .ofMaxSize(12)
                .map(letters -> String.join("", letters));
    }

    @Example
    void everyDecimalDigitIsThatOfAscii() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isDigit(c)) {
                assertThat(SearchKey.of(Character.toString(c)).value())
                        .isEqualTo(String.valueOf(Character.digit(c, 10)));
            }
        }
    }

    /** Of several saints in a name not all mixtures are kept. */
    @Property
    void whoTypesOutAnAbbreviatedSaintFindsIt(@ForAll("latin") String name) {
        Assume.that(
                SearchKey.allOf("A" + name).size() == 1 && SearchKey.allOf(name).size() == 1);
        for (String saint : List.of("St", "Saint", "Sankt", "Sint")) {
            assertThat(SearchKey.allOf("St. A" + name)).contains(SearchKey.of(saint + " A" + name));
            assertThat(SearchKey.allOf(saint + " " + name)).contains(SearchKey.of("st " + name));
        }
    }

    @Property
    void capitalsAndAccentsOfLatinLettersDoNotMatter(@ForAll("latin") String name) {
        SearchKey key = SearchKey.of(name);
        assertThat(SearchKey.of(name.toUpperCase(Locale.ROOT))).isEqualTo(key);
        assertThat(SearchKey.of(name.replaceAll("([a-z])", "$1\u0301"))).isEqualTo(key);
        assertThat(SearchKey.of(name.replace("a", "'a").replace("e", "e."))).isEqualTo(key);
    }

    @Provide
    Arbitrary<String> latin() {
        return Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyz éèüøæœßłđ")
                .ofMaxLength(20);
    }
}
