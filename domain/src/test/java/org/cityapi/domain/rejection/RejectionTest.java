package org.cityapi.domain.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectionTest {

    private static final Thing CITY = new Thing("city", "7");
    private static final Violation BLANK = new Violation("name", "/name", Fault.BLANK, Map.of());
    private final Throwable away = new IllegalStateException("Connection refused");

    /** One of each; whoever adds a kind adds it here. */
    private final List<Rejection> each = List.of(
            new Rejection.NotSignedIn(),
            new Rejection.InvalidToken("It has expired"),
            new Rejection.UnreadableCredentials("Two headers"),
            new Rejection.SignInFailed(SignInFault.DECLINED),
            new Rejection.CsrfRefused("no token"),
            new Rejection.AccountDisabled(),
            new Rejection.WrongCredential(),
            new Rejection.LastAdministrator(),
            new Rejection.OwnAccount(),
            new Rejection.TooManyTokens(100),
            new Rejection.TooManyStreams(10),
            new Rejection.Crowded(),
            new Rejection.StillRunning(),
            new Rejection.KeyReused(),
            new Rejection.Forbidden("create:cities"),
            new Rejection.Invalid(List.of(BLANK)),
            new Rejection.NotFound(CITY),
            new Rejection.Gone(CITY),
            new Rejection.WrongState(CITY, "failed"),
            new Rejection.PreconditionRequired(),
            new Rejection.Stale(CITY),
            new Rejection.Absent(),
            new Rejection.Taken("geonameId", 2_988_507L),
            new Rejection.Unavailable(away));

    @Test
    void thereIsOneOfEachKind() {
        assertThat(each.stream().map(Object::getClass).map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rejection.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
    }

    @Test
    void everyKindIsFinalAndSaysWhatIsTheMatter() {
        assertThat(each).allSatisfy(rejection -> {
            assertThat(Modifier.isFinal(rejection.getClass().getModifiers())).isTrue();
            assertThat(rejection).message().isNotBlank().doesNotContain("null", "Exception");
        });
    }

    @Test
    void noKindCarriesAStackTrace() {
        assertThat(each).allSatisfy(rejection -> {
            rejection.addSuppressed(away);
            assertThat(rejection.getStackTrace()).isEmpty();
            assertThat(rejection.getSuppressed()).isEmpty();
        });
    }

    @Test
    void eachKeepsWhatItIsAbout() {
        assertThat(new Rejection.Forbidden("create:cities").permission()).isEqualTo("create:cities");
        assertThat(new Rejection.NotFound(CITY).thing()).isEqualTo(CITY);
        assertThat(new Rejection.Gone(CITY)).hasMessageContaining("city 7");
        assertThat(new Rejection.Stale(CITY).current()).isEqualTo(CITY);
        assertThat(new Rejection.TooManyTokens(100).max()).isEqualTo(100);
        assertThat(new Rejection.TooManyStreams(10).max()).isEqualTo(10);
        assertThat(new Rejection.Taken("geonameId", 7L).field()).isEqualTo("geonameId");
        assertThat(new Rejection.Taken("geonameId", 7L).value()).isEqualTo("7");
        assertThat(new Rejection.Unavailable(away)).hasCause(away);
        assertThat(new Rejection.Unavailable(away).needed()).isEqualTo(Dependency.STORE);
        assertThat(new Rejection.Unavailable(Dependency.IDENTITY_PROVIDER, away))
                .hasMessageContaining("identity");
    }

    @Test
    void theViolationsOfARefusalDoNotChange() {
        List<Violation> found = new ArrayList<>(List.of(BLANK));
        Map<String, Object> details = new HashMap<>(Map.of("max", 200));
        Rejection.Invalid invalid = new Rejection.Invalid(found);
        Violation violation = new Violation("name", "/name", Fault.TOO_LONG, details);
        found.clear();
        details.clear();
        assertThat(invalid.violations()).containsExactly(BLANK);
        assertThat(violation.details()).containsEntry("max", 200);
    }

    @Test
    void violationsAreThrownAllAtOnceInTheOrderTheyWereFound() {
        Violations violations = new Violations();
        violations.throwIfAny();
        violations.add("name", Fault.REQUIRED);
        violations.add("otherNames", "/otherNames/3", Fault.TOO_LONG, Map.of("max", 200));
        assertThat(violations.has("name")).isTrue();
        assertThat(violations.has("otherNames")).isTrue();
        assertThat(violations.has("population")).isFalse();
        Rejection.Invalid invalid = catchThrowableOfType(Rejection.Invalid.class, violations::throwIfAny);
        assertThat(invalid.violations())
                .containsExactly(
                        new Violation("name", "/name", Fault.REQUIRED, Map.of()),
                        new Violation("otherNames", "/otherNames/3", Fault.TOO_LONG, Map.of("max", 200)));
        assertThat(violations.asRejection()).isInstanceOf(Rejection.Invalid.class);
    }

    @Test
    void afterAHundredViolationsItIsSaidThatThereAreMore() {
        Violations violations = new Violations();
        for (int i = 0; i < 100; i++) {
            violations.add("f" + i, Fault.UNKNOWN);
        }
        assertThat(found(violations)).hasSize(100);
        violations.add("f100", Fault.UNKNOWN);
        violations.add("f101", Fault.UNKNOWN);
        assertThat(found(violations))
                .hasSize(101)
                .last()
                .isEqualTo(new Violation("", "", Fault.MORE, Map.of("max", 100)));
        assertThat(violations.has("f101")).isTrue();
    }

    private static List<Violation> found(Violations violations) {
        return ((Rejection.Invalid) violations.asRejection()).violations();
    }

    @Test
    void aPointerEscapesWhatJsonPointerWantsEscaped() {
        Violations violations = new Violations();
        violations.add("a/b~c", Fault.UNKNOWN);
        violations.add("", Fault.MALFORMED);
        assertThatThrownBy(violations::throwIfAny)
                .isInstanceOfSatisfying(
                        Rejection.Invalid.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(Violation::pointer)
                                .containsExactly("/a~1b~0c", ""));
    }

    @Test
    void everyFaultHasACodeOfItsOwn() {
        assertThat(Fault.values())
                .extracting(Fault::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z_]+"));
    }
}
