package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.cityapi.application.canary.FrameworkInApplication;
import org.cityapi.auth.canary.StoreInAuth;
import org.cityapi.domain.canary.FrameworkInDomain;
import org.cityapi.persistence.canary.HttpInPersistence;
import org.cityapi.web.canary.DatabaseInWeb;
import org.cityapi.web.canary.OpenPortManager;
import org.cityapi.web.canaryleft.Left;
import org.cityapi.web.canaryright.Right;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house against its rules, and each rule against a canary that must trip it. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.cityapi");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("domain", HouseRules.domain(), FrameworkInDomain.class),
                rule("application", HouseRules.application(), FrameworkInApplication.class),
                rule("persistence", HouseRules.persistence(), HttpInPersistence.class),
                rule("web", HouseRules.web(), DatabaseInWeb.class),
                rule("auth", HouseRules.auth(), StoreInAuth.class),
                rule("no circles", HouseRules.noCircles(), Left.class, Right.class),
                rule("adapters", HouseRules.adaptersAreNotPublic(), OpenPortManager.class),
                rule("time", HouseRules.timeComesFromTheClock(), OpenPortManager.class),
                rule("names", HouseRules.namesSaySomething(), OpenPortManager.class),
                rule("nulls", HouseRules.packagesAreNullMarked(), FrameworkInDomain.class));
    }

    private static Arguments rule(String name, ArchRule rule, Class<?>... canaries) {
        return Arguments.of(name, rule, new ClassFileImporter().importClasses(canaries), canaries[0].getSimpleName());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theHouseKeepsTheRule(String name, ArchRule rule) {
        assertThat(HOUSE).as("classes of the house, not of its tests").hasSizeGreaterThan(150);
        rule.check(HOUSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theRuleTripsOverItsCanary(String name, ArchRule rule, JavaClasses canaries, String canary) {
        assertThatThrownBy(() -> rule.check(canaries))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(canary);
    }
}
