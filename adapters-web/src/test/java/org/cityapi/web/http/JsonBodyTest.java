package org.cityapi.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.rejection.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a time limit: a short number can stand for one of a billion digits, a long one takes long to compute. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JsonBodyTest {

    private static JsonBody read(String body) {
        return JsonBody.read(body.getBytes(StandardCharsets.UTF_8), new Violations());
    }

    private static List<Violation> faultsOf(Violations violations) {
        return violations.asRejection() instanceof Rejection.Invalid invalid ? invalid.violations() : List.of();
    }

    @Test
    void textsNumbersAndArraysOfTextsAreRead() {
        JsonBody body = read("\uFEFF {\"a\": \"\\u00e9\", \"b\": 1.50, \"c\": [\"x\", \"y\"], \"d\": null}");
        assertThat(body.text("a", null)).isEqualTo("é");
        assertThat(body.number("b", null)).isEqualTo(new BigDecimal("1.50"));
        assertThat(body.texts("c", List.of())).containsExactly("x", "y");
        assertThat(body.text("d", "before")).isNull();
        assertThat(body.number("d", BigDecimal.ONE)).isNull();
        assertThat(body.texts("d", List.of("before"))).isEmpty();
        assertThat(body.text("e", "before")).isEqualTo("before");
        assertThat(body.number("e", BigDecimal.ONE)).isEqualTo(BigDecimal.ONE);
        assertThat(body.texts("e", List.of("before"))).containsExactly("before");
        assertThat(faultsOf(body.violations())).isEmpty();
    }

    @Test
    void yesAndNoAreReadAndNothingElseIsTakenForThem() {
        JsonBody body = read("{\"yes\": true, \"no\": false, \"none\": null, \"word\": \"true\", \"one\": 1}");
        assertThat(body.truth("yes")).isTrue();
        assertThat(body.truth("no")).isFalse();
        for (String other : List.of("none", "word", "one", "absent")) {
            assertThat(body.truth(other)).as(other).isNull();
        }
        assertThat(faultsOf(body.violations()))
                .containsExactly(
                        new Violation("word", "/word", Fault.TYPE, Map.of("expected", "boolean")),
                        new Violation("one", "/one", Fault.TYPE, Map.of("expected", "boolean")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 100_000, 1_000_000})
    void aNumberOfTooManyCharactersIsNamedAndTheOthersAreJudgedToo(int length) {
        for (String number : List.of("9".repeat(length), "-0." + "0".repeat(length - 4) + "1")) {
            JsonBody body = read("{\"population\": " + number + ", \"name\": 1}");
            assertThat(body.number("population", null)).isNull();
            assertThat(body.text("name", null)).isNull();
            assertThat(faultsOf(body.violations()))
                    .containsExactly(
                            new Violation("population", "/population", Fault.TOO_LONG, Map.of("max", 1_000)),
                            new Violation("name", "/name", Fault.TYPE, Map.of("expected", "string")));
        }
    }

    @Test
    void aNumberOfAThousandCharactersIsRead() {
        String number = "9".repeat(1_000);
        JsonBody body = read("{\"population\": " + number + "}");
        assertThat(body.number("population", null)).isEqualTo(new BigDecimal(number));
    }

    @Test
    void longNumbersWhereNoneBelongAreFaultsOfTheirPlaces() {
        String number = "9".repeat(100_000);
        JsonBody body = read("{\"name\": %1$s, \"names\": [\"a\", %1$s], \"match\": {\"x\": [%1$s]}, \"x\": %1$s}"
                .formatted(number));
        body.text("name", null);
        assertThat(body.texts("names", List.of())).containsExactly("a", "any");
        body.refuseUnknown(Set.of("name", "names", "match"));
        assertThat(faultsOf(body.violations()))
                .extracting(violation -> violation.pointer() + " " + violation.fault())
                .containsExactly("/name TYPE", "/names/1 TYPE", "/x UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "1e999999999, 1e999999999",
        "1e99999999999, 1e999999999",
        "-12.5E+99999999999, -1e999999999",
        "1e-99999999999, 1e-999999999",
        "-0.0e99999999999, 0"
    })
    void exponentsOfAnySizeAreRead(String written, BigDecimal read) {
        JsonBody body = read("{\"population\": " + written + "}");
        assertThat(body.number("population", null)).isEqualTo(read);
    }

    @Test
    void aNameOfAnyLengthIsToldToBeUnknown() {
        String name = "n".repeat(100_000);
        JsonBody body = read("{\"" + name + "\": 1}");
        body.refuseUnknown(Set.of());
        assertThat(faultsOf(body.violations()))
                .containsExactly(new Violation(name, "/" + name, Fault.UNKNOWN, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":[",
                "{\"a\":{",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":tru}",
                "{\"a\":\"\t\"}",
                "{} {}",
                "{}]",
                "{\"a\":[1,]}",
                "nul"
            })
    void whatIsNoJsonIsMalformed(String body) {
        assertThat(faultOf(body)).isEqualTo(Fault.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"'', REQUIRED", "' ', REQUIRED", "[], TYPE", "1, TYPE", "null, TYPE"})
    void aBodyIsOneObject(String body, Fault fault) {
        assertThat(faultOf(body)).isEqualTo(fault);
    }

    @Test
    void aBodyNestedWithoutEndIsNestedTooDeeply() {
        assertThat(faultOf("{\"a\":" + "[".repeat(100_000))).isEqualTo(Fault.TOO_DEEP);
    }

    @Test
    void bytesThatAreNotUtf8AreToldToBeSuch() {
        assertThatThrownBy(() -> JsonBody.read(new byte[] {'{', (byte) 0xE9, '}'}, new Violations()))
                .isInstanceOfSatisfying(
                        Rejection.Invalid.class,
                        invalid -> assertThat(invalid.violations())
                                .containsExactly(new Violation("", "", Fault.ENCODING, Map.of())));
    }

    private static Fault faultOf(String body) {
        try {
            read(body);
        } catch (Rejection.Invalid invalid) {
            return invalid.violations().get(0).fault();
        }
        throw new AssertionError("Read: " + body);
    }
}
