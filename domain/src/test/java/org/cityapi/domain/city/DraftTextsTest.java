package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.DraftWith.checked;
import static org.cityapi.domain.city.DraftWith.codes;
import static org.cityapi.domain.city.DraftWith.faultsOf;
import static org.cityapi.domain.rejection.Fault.BLANK;
import static org.cityapi.domain.rejection.Fault.CONTROL_CHARACTER;
import static org.cityapi.domain.rejection.Fault.REQUIRED;
import static org.cityapi.domain.rejection.Fault.TOO_LONG;
import static org.cityapi.domain.rejection.Fault.TOO_MANY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTextsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00A0\u3000\u2003",
                "\u200B\uFEFF\u00AD\u200D",
                " \u200B ",
                "\u2028",
                "\u0301",
                " \u20DD"
            })
    void aNameIsMoreThanBlanksAndInvisibleSigns(@Nullable String name) {
        assertThat(nameFaults(name)).containsExactly(name == null ? REQUIRED : BLANK);
    }

    @ParameterizedTest
    @CsvSource({
        "'  Paris ', Paris",
        "'\u00A0\u3000Paris\u2003\u2028\t\n', Paris",
        "e\u0301, \u00E9",
        "A\u030A, \u00C5",
        "\u212B, \u00C5",
        "'a \u00A0 b', 'a \u00A0 b'",
        "a\u200Db, a\u200Db",
        "\u1100\u1161, \uAC00"
    })
    void aNameIsKeptTrimmedAndComposed(String written, String kept) {
        assertThat(checked(new DraftWith().name(written)).name().value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb", "a\tb", "a\0b", "\0", "\u0001Paris", "Paris\u007F", "a\u0085b", "a\u2028b", "a\u2029b"})
    void aNameHasNoControlCharacters(String name) {
        assertThat(nameFaults(name)).containsExactly(CONTROL_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFEFF, 0x202A, 0x202E, 0x2066, 0x2069, 0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF})
    void aNameHasNothingThatMisleadsTheEye(int character) {
        assertThat(nameFaults("a" + Character.toString(character) + "b")).containsExactly(CONTROL_CHARACTER);
    }

    /** As GeoNames has them, in Hebrew, Arabic, Persian and Sinhalese names. */
    @ParameterizedTest
    @ValueSource(ints = {0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0xAD, 0x378})
    void marksThatSomeScriptsNeedAndCharactersOfNewerUnicodeStay(int character) {
        assertThat(nameFaults("a" + Character.toString(character) + "b")).isEmpty();
    }

    @Test
    void aNameHasNoHalfOfASurrogatePair() {
        assertThat(nameFaults("a\uD83D")).containsExactly(CONTROL_CHARACTER);
        assertThat(nameFaults("\uDE00a")).containsExactly(CONTROL_CHARACTER);
        assertThat(nameFaults("\uDE00\uD83D")).containsExactly(CONTROL_CHARACTER);
    }

    @Test
    void aNameHasUpTo200CharactersHoweverManyUnitsTheyTake() {
        for (String character : List.of("a", "é", "e\u0301", "漢", "\uD83D\uDE00")) {
            assertThat(nameFaults(" " + character.repeat(200) + " ")).isEmpty();
            assertThat(nameFaults(character.repeat(201))).containsExactly(TOO_LONG);
        }
    }

    @Test
    void aDivisionIsTextOfUpTo20Characters() {
        assertThat(checked(new DraftWith().adminCode(" 05 ")).adminCode()).isEqualTo(new AdminCode("05"));
        assertThat(checked(new DraftWith().adminCode("\uD83D\uDE00".repeat(20))).adminCode())
                .isNotNull();
        assertThat(codes(new DraftWith().adminCode("x".repeat(21)))).containsExactly("adminCode " + TOO_LONG);
        assertThat(codes(new DraftWith().adminCode(""))).containsExactly("adminCode " + BLANK);
        assertThat(codes(new DraftWith().adminCode("0\n5"))).containsExactly("adminCode " + CONTROL_CHARACTER);
    }

    @Test
    void otherNamesAreUpTo200EachOnceInTheirOrder() {
        List<String> most = IntStream.range(0, 200).mapToObj(i -> "Name " + i).toList();
        assertThat(checked(new DraftWith().otherNames(most)).otherNames())
                .extracting(CityName::value)
                .isEqualTo(most);
        List<String> repeated = new ArrayList<>(most);
        repeated.addAll(List.of("Name 7", " Name 7 "));
        assertThat(checked(new DraftWith().otherNames(repeated)).otherNames()).hasSize(200);
        repeated.add("Name 200");
        assertThat(faultsOf(new DraftWith().otherNames(repeated)))
                .containsExactly(new Violation("otherNames", "/otherNames", TOO_MANY, Map.of("max", 200)));
        assertThat(checked(new DraftWith().otherNames(List.of("b", " a", "b ", "e\u0301", "é")))
                        .otherNames())
                .extracting(CityName::value)
                .containsExactly("b", "a", "é");
    }

    private static List<Fault> nameFaults(@Nullable String name) {
        return faultsOf(new DraftWith().name(name)).stream()
                .map(Violation::fault)
                .toList();
    }
}
