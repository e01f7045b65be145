package org.cityapi.web.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CellPropertiesTest {

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> odd = Arbitraries.strings().withChars("'=+-@\t\r|\\a").ofMaxLength(6);
        return Arbitraries.oneOf(odd, Arbitraries.strings().ofMaxLength(10));
    }

    @Provide
    Arbitrary<List<String>> names() {
        return texts().filter(name -> !name.isEmpty()).list().ofMaxSize(5);
    }

    @Property
    void whatIsEscapedComesBack(@ForAll("texts") String text) {
        assertThat(SpreadsheetText.unescape(SpreadsheetText.escape(text))).isEqualTo(text);
    }

    @Property
    void noSpreadsheetRunsIt(@ForAll("texts") String text) {
        assertThat(SpreadsheetText.escape(text)).doesNotContainPattern("^[=+\\-@\t\r]");
    }

    @Property
    void whatIsJoinedComesApart(@ForAll("names") List<String> names) {
        assertThat(JoinedNames.split(JoinedNames.join(names))).isEqualTo(names);
    }

    @Property
    void aCellOfNamesComesBack(@ForAll("names") List<String> names) {
        String cell = SpreadsheetText.escape(JoinedNames.join(names));

        assertThat(JoinedNames.split(SpreadsheetText.unescape(cell))).isEqualTo(names);
    }

    @Example
    void ordinaryTextStaysAsItIs() {
        for (String text : List.of("", "'", "''", "'s-Hertogenbosch", "L'Aquila", "a=b", "-")) {
            assertThat(SpreadsheetText.escape(text)).isEqualTo(text.equals("-") ? "'-" : text);
        }
        assertThat(SpreadsheetText.escape("'=1")).isEqualTo("''=1");
        assertThat(SpreadsheetText.unescape("'s-Hertogenbosch")).isEqualTo("'s-Hertogenbosch");
    }

    @Example
    void aBackslashBeforeAnyOtherSignStays() {
        assertThat(JoinedNames.split("a\\b|c\\|d|e\\\\|f\\")).containsExactly("a\\b", "c|d", "e\\", "f\\");
        assertThat(JoinedNames.split("a||b|")).containsExactly("a", "", "b", "");
        assertThat(JoinedNames.split("")).isEmpty();
    }
}
