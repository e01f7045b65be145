package org.cityapi.domain.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityapi.domain.text.SearchKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

    private final Countries countries = Countries.catalogue();

    @Test
    void thereAreThe249OfIsoAndKosovo() {
        assertThat(countries.all()).hasSize(250);
        assertThat(countries.all().stream().filter(country -> country.numeric() == null))
                .extracting(country -> country.code().value())
                .containsExactly("XK");
    }

    @Test
    void theyAreOrderedByCode() {
        assertThat(countries.all()).extracting(Country::code).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everyFieldOfEveryCountryIsWellFormed() {
        assertThat(countries.all()).allSatisfy(country -> {
            assertThat(country.alpha3()).matches("[A-Z]{3}");
            assertThat(String.valueOf(country.numeric())).matches("[0-9]{3}|null");
            assertThat(country.english())
                    .isNotBlank()
                    .isEqualTo(country.english().strip());
            assertThat(country.french()).isNotBlank().isEqualTo(country.french().strip());
            assertThat(country.continentCode()).isIn("AF", "AN", "AS", "EU", "NA", "OC", "SA");
            assertThat(country.continent()).isNotBlank();
            assertThat(country.flag()).isEqualTo(flagOf(country.code()));
        });
    }

    @Test
    void noTwoCountriesShareACodeOrName() {
        Map<String, Country> owners = new HashMap<>();
        for (Country country : countries.all()) {
            for (String name : namesOf(country)) {
                Country other = owners.put(SearchKey.of(name).value(), country);
                assertThat(other == null || other.equals(country))
                        .as("%s is %s and %s", name, country, other)
                        .isTrue();
            }
        }
    }

    @Test
    void everyCountryIsFoundByItsCodesAndNamesInAnyCase() {
        for (Country country : countries.all()) {
            for (String name : namesOf(country)) {
                assertThat(countries.named(name)).contains(country);
                assertThat(countries.named(name.toLowerCase(Locale.ROOT))).contains(country);
                assertThat(countries.named(name.toUpperCase(Locale.ROOT))).contains(country);
                String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
                assertThat(countries.named(bare)).contains(country);
                assertThat(countries.named("\t " + name + "\u2003\n")).contains(country);
            }
            String code = country.code().value();
            assertThat(countries.withCode(code)).contains(country);
            assertThat(countries.withCode(code.toLowerCase(Locale.ROOT))).contains(country);
            assertThat(countries.of(country.code())).isEqualTo(country);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NA, NA",
        "nam, NA",
        "Namibie, NA",
        "XK, XK",
        "Kosovo, XK",
        "Côte d'Ivoire, CI",
        "Cote d’Ivoire, CI",
        "COTE D'IVOIRE, CI",
        "ETATS-UNIS, US",
        "États-Unis, US",
        "Allemagne, DE",
        "aland islands, AX",
        "guinea-bissau, GW",
        "Réunion, RE",
        "Curacao, CW"
    })
    void caseAndAccentsDoNotMatter(String text, String code) {
        assertThat(countries.named(text)).contains(countries.of(new CountryCode(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "ZZ",
                "UK",
                "Atlantis",
                "Fran",
                "F R",
                "France, Germany",
                "\0",
                "France\0",
                "🇫🇷",
                "(France)",
                "Fr.an.ce\u200b",
                "Ger'many",
                "etats unis",
                "cote d ivoire",
                "Ｆrance",
                "Guinea--Bissau"
            })
    void whatNamesNoCountryIsNotFound(String text) {
        assertThat(countries.named(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F.R.", "f.r.a.", "U.S.A.", "ß", "-FR-", "F'R", "ＦＲ", "ﬁ", "İN", "ıt", "Fr\u00E0", "FR\0"})
    void whatIsACodeOnlyInTheEyesOfASearchIsNone(String text) {
        assertThat(countries.named(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " FR", "FR ", "FRA", "France", "ZZ", "ß", "ﬁ", "fı", "ſe", "ＦＲ", "F\0", "🇫🇷"})
    void whatIsNoAlpha2CodeHasNoCountry(String text) {
        assertThat(countries.withCode(text)).isEmpty();
    }

    @Test
    void codesAreReadAlikeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(countries.withCode("it")).contains(countries.of(new CountryCode("IT")));
            assertThat(countries.named("india")).contains(countries.of(new CountryCode("IN")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aCodeThatNoCountryHasCannotBeAskedFor() {
        assertThatThrownBy(() -> countries.of(new CountryCode("ZZ"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCountryIsNamedInFrenchWhereFrenchIsAskedForElseInEnglish() {
        Country germany = countries.of(new CountryCode("DE"));
        assertThat(germany.name(Locale.CANADA_FRENCH)).isEqualTo("Allemagne");
        assertThat(germany.name(Locale.GERMAN)).isEqualTo("Germany");
        assertThat(germany.name(Locale.ROOT)).isEqualTo("Germany");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "F", "FRA", "fr", "F1", "ÄÖ", "F "})
    void aCodeIsTwoCapitalLetters(String text) {
        assertThatThrownBy(() -> new CountryCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> namesOf(Country country) {
        return List.of(country.code().value(), country.alpha3(), country.english(), country.french());
    }

    private static String flagOf(CountryCode code) {
        StringBuilder flag = new StringBuilder();
        code.value().chars().forEach(c -> flag.appendCodePoint(0x1F1E6 + c - 'A'));
        return flag.toString();
    }
}
