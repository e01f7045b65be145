package org.cityapi.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            # Latin: case, accents, letters that do not decompose
            São Paulo,            sao paulo
            Łódź,                 lodz
            København,            kobenhavn
            Şırnak,               sirnak
            İstanbul,             istanbul
            Iğdır,                igdir
            Straße,               strasse
            STRASSE,              strasse
            GROẞENHAIN,           grossenhain
            Ærø,                  aero
            Œuilly,               oeuilly
            Đà Nẵng,              da nang
            Þórshöfn,             thorshofn
            Seyðisfjörður,        seydisfjordur
            Ħamrun,               hamrun
            Gəncə,                gence
            Ɗan Ƙarama,           dan karama
            Ƴanɗoto,              yandoto
            Tromsø,               tromso
            Reykjavík,            reykjavik
            Ĳmuiden,              ijmuiden
            # signs within words and between them
            L'Aquila,             laquila
            L’Aquila,             laquila
            L´Aquila,             laquila
            Saint-Étienne,        saint etienne
            St. Étienne,          st etienne
            ‘Ajlūn,               ajlun
            Hawaiʻi,              hawaii
            "  Frankfurt/Oder  (DE) ", frankfurt oder de
            "Washington, D.C.",   washington dc
            Sant Julià de Lòria–x, sant julia de loria x
            Ｔｏｋｙｏ,             tokyo
            # Greek, the last sigma included
            Αθήνα,                αθηνα
            ΠΑΤΡΑΣ,               πατρασ
            Πάτρας,               πατρασ
            # Cyrillic
            Москва,               москва
            Орёл,                 орел
            Київ,                 киів
            # Armenian and Georgian
            Երևան,                երեւան
            თბილისი,              თბილისი
            # Arabic: vowel signs, stretching, hamza
            القَاهِرَة,              القاهره
            مـــكة,                مكه
            کراچی,                كراچي
            مصطفى,               مصطفي
            ہری پور,               هري پور
            أبو ظبي,               ابو ظبي
            # Hebrew: points and geresh
            יְרוּשָׁלַיִם,               ירושלים
            צ׳רנוביץ,              צרנוביץ
            # India and South-East Asia: vowels are marks and stay
            दिल्ली,                 दिल्ली
            চট্টগ্রাম,                 চট্টগ্রাম
            กรุงเทพฯ,              กรุงเทพฯ
            ต่าง ๆ,                ต่าง ๆ
            # Thai and Lao: two of a vowel look like another one
            เเพร่,                 แพร่
            เเเเก,                 แแก
            ເເກ້ວ,                 ແກ້ວ
            # digits
            داراب ۲,              داراب 2
            داراب ٢,              داراب 2
            गाँव १२,               गाँव 12
            ๓ ໔ ５,               3 4 5
            𞥑𑄷,                   11
            # East Asia
            東京,                  東京
            佐々木,                 佐々木
            コーヒー,               コーヒー
            いすゞ,                 イスヾ
            がぱゔ,                 ガパヴ
            ｺｰﾋｰ,                 コーヒー
            ﾄﾞｲﾂ,                 ドイツ
            # small kana
            龍ヶ崎市,               龍ケ崎市
            りゅうがさき,            リユウガサキ
            ﾆｭｰﾖｰｸ,               ニユーヨーク
            キャッツォ,              キヤツツオ
            ぁぃぅぇぉっゃゅょゎゕゖ,    アイウエオツヤユヨワカケ
            ㇷ゚ㇿ,                 プロ
            # Korean: the letters as they are typed
            서울,                  ㅅㅓㅇㅜㄹ
            광주,                  ㄱㅗㅏㅇㅈㅜ
            ㅂ,                   ㅂ
            값,                   ㄱㅏㅂㅅ
            ㅄ,                   ㅂㅅ
            ㅀ,                   ㄹㅎ
            ㅘ,                   ㅗㅏ
            까치,                  ㄲㅏㅊㅣ
            밖,                   ㅂㅏㄲ
            ﾡￂ,                  ㄱㅏ
            # Malayalam: an end without a vowel has a code of its own
            ലണ്ടൻ,                 ലണ്ടന്
            ലണ്ടന്‍,                ലണ്ടന്
            # Letters that many keyboards lack
            Meƶdureçe,            mezdurece
            Tamenɣest,            tamengest
            Saybaƣ,               saybag
            Kɛ̀ɛmasina,            keemasina
            Bàmakɔ,               bamako
            Қарағанды,            караганды
            Теміртау,             теміртау
            Өскемен,              оскемен
            Үржар,                уржар
            Құлсары,              кулсары
            Әлмәт,                алмат
            Яңа Җаек,             яна жаек
            Һаваҗ,                хаваж
            Быҙаулыҡ,             бызаулык
            Ҫӗнӗ,                 сене
            Теҳрон,               техрон
            Хуҷанд,               хучанд
            Тошкент Ўрда,         тошкент урда
            Улаанбаатар,          улаанбаатар
            Өндөрхаан,            ондорхаан
            Ґазіантеп,            газіантеп
            # Arabic presentation forms
            ﻣﺼﺮ,                 مصر
            ﻻ,                   لا
            """)
    void whatDoesNotMatterWhenPeopleLookForANameIsTakenAway(String name, String expected) {
        // The table is written composed; keys are decomposed, but for kana, Hangul and vowel signs.
        String key = Normalizer.normalize(expected, Normalizer.Form.NFKD);
        assertThat(SearchKey.of(name).value()).isIn(key, expected);
    }

    @Test
    void aNameIsFoundByOtherSpellingsToo() {
        assertThat(SearchKey.allOf("L'Aquila")).containsExactly(new SearchKey("laquila"), new SearchKey("l aquila"));
        assertThat(SearchKey.allOf("St.Gallen"))
                .extracting(SearchKey::value)
                .containsExactly("stgallen", "st gallen", "saint gallen", "sankt gallen", "sint gallen");
        assertThat(SearchKey.allOf("St Saint L'A")).hasSize(SearchKey.MOST);
        assertThat(SearchKey.allOf("U.S.A.")).containsExactly(new SearchKey("usa"), new SearchKey("u s a"));
        assertThat(SearchKey.allOf("Saint-Just-Saint-Rambert"))
                .extracting(SearchKey::value)
                .containsExactly(
                        "saint just saint rambert",
                        "saint just st rambert",
                        "st just saint rambert",
                        "st just st rambert");
        assertThat(SearchKey.allOf("St A St B Saint C"))
                .extracting(SearchKey::value)
                .containsExactly(
                        "st a st b saint c",
                        "saint a saint b saint c",
                        "st a st b st c",
                        "sankt a sankt b saint c",
                        "sint a sint b saint c");
        assertThat(SearchKey.allOf("st")).containsExactly(new SearchKey("st"), new SearchKey("saint"));
        assertThat(SearchKey.ownOf("St. Moritz"))
                .containsExactly(new SearchKey("st moritz"), new SearchKey("saint moritz"));
        assertThat(SearchKey.allOf("Saint-Étienne"))
                .containsExactly(new SearchKey("saint etienne"), new SearchKey("st etienne"));
        assertThat(SearchKey.allOf("Ste Anne"))
                .containsExactly(new SearchKey("ste anne"), new SearchKey("sainte anne"));
        assertThat(SearchKey.allOf("Sankt Veit"))
                .containsExactly(new SearchKey("sankt veit"), new SearchKey("st veit"));
        assertThat(SearchKey.allOf("‘Ajlūn")).containsExactly(new SearchKey("ajlun"));
    }

    @ParameterizedTest
    @CsvSource({
        "ಹುಕ್ಕೇರಿ, ಹುಕ್ಕರಿ",
        "ಮೈಸೂರು, ಮಸೂರು",
        "കോട്ടയം, കട്ടയം",
        "কোলকাতা, কলকাতা",
        "கோவை, கவை",
        "ତୋପ, ତପ",
        "తైలం, తలం",
        "කොළඹ, කළඹ",
        "මෝල, මල"
    })
    void aVowelSignAroundAConsonantIsOneLetter(String name, String without) {
        assertThat(SearchKey.of(name).value())
                .hasSize(SearchKey.of(without).value().length() + 1);
    }

    @ParameterizedTest
    @CsvSource({"කොළඹ, කෙ", "කෝට්ටේ, කො", "கோவை, கே", "কোলকাতা, কে", "ಮೈಸೂರು, ಮೆ", "കോട്ടയം, കേ"})
    void whoHasTypedTheFirstHalfOfAVowelSignFindsTheWhole(String name, String typed) {
        SearchKey key = SearchKey.of(name);
        String start = SearchKey.of(typed).value();
        assertThat(key.beginsWith(start)).isTrue();
        assertThat(SearchKey.of("ක " + name).beginsWith(start)).isFalse();
        assertThat(SearchKey.of("ක " + name).hasWordFrom(start)).isTrue();
        assertThat(SearchKey.beginnings(start)).startsWith(start).doesNotHaveDuplicates();
        assertThat(SearchKey.beginnings("paris")).containsExactly("paris");
    }

    @Test
    void lettersWithAPointBelowBeginAsThoseWithoutDo() {
        assertThat(SearchKey.of("ऱ").value()).startsWith(SearchKey.of("र").value());
        assertThat(SearchKey.of("ড়").value()).startsWith(SearchKey.of("ড").value());
    }

    @Test
    void composedAndDecomposedNamesHaveOneKey() {
        for (String name :
                new String[] {"Łódź", "Đà Nẵng", "서울", "ಬೆಂಗಳೂರು", "කෝට්ටේ", "いすゞ", "Орёл", "L\u1FFDAquila"}) {
            assertThat(SearchKey.of(Normalizer.normalize(name, Normalizer.Form.NFD)))
                    .isEqualTo(SearchKey.of(name))
                    .isEqualTo(SearchKey.of(Normalizer.normalize(name, Normalizer.Form.NFC)));
        }
    }

    @Test
    void aNameWithoutLettersOrDigitsHasAnEmptyKey() {
        for (String name : new String[] {"", "-", "...", "\uD83C\uDFD9\uFE0F", "\u200B\u00AD", "\u0301"}) {
            assertThat(SearchKey.of(name).value()).as("key of %s", name).isEmpty();
        }
    }

    @Test
    void invisibleSignsDoNotPartWords() {
        assertThat(SearchKey.of("Mün\u00ADchen").value()).isEqualTo("munchen");
        assertThat(SearchKey.of("\u200EParis\u200F\uFEFF").value()).isEqualTo("paris");
        assertThat(SearchKey.of("New\u00A0York").value()).isEqualTo("new york");
        assertThat(SearchKey.of("New\r\n\u3000York").value()).isEqualTo("new york");
    }

    @Test
    void variationSelectorsDoNotMatter() {
        assertThat(SearchKey.of("葛\uDB40\uDD00城")).isEqualTo(SearchKey.of("葛城"));
        assertThat(SearchKey.of("葛\uFE00城")).isEqualTo(SearchKey.of("葛城"));
    }

    @Test
    void marksFromWhichAJoinerVanishesComeIntoTheirOrder() {
        // Nukta goes before virama, whatever stood between them.
        assertThat(SearchKey.of("\u0915\u094D\u200D\u093C").value()).isEqualTo("\u0915\u093C\u094D");
    }

    @Test
    void theLocaleOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(SearchKey.of("İstanbul").value()).isEqualTo("istanbul");
            assertThat(SearchKey.of("ISPARTA").value()).isEqualTo("isparta");
            assertThat(SearchKey.of("Şırnak").value()).isEqualTo("sirnak");
            Locale.setDefault(new Locale("lt", "LT"));
            assertThat(SearchKey.of("Ìndia Į́").value()).isEqualTo("india i");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aMarkBehindAChilluIsPutInOrder() {
        SearchKey key = SearchKey.of("\u0D7A\u1037");
        assertThat(SearchKey.of(key.value())).isEqualTo(key);
    }
}
