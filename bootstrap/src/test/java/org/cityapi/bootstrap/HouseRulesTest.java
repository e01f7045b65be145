package org.cityapi.bootstrap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.http.HttpRequest;
import org.cityapi.domain.canary.FrameworkInDomain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may depend on what, as allow-lists; each rule is shown to trip over a class that breaks it. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.cityapi");

    private static ArchRule only(String room, String... allowed) {
        return classes()
                .that()
                .resideInAPackage("org.cityapi." + room + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed));
    }

    private static ArchRule domain() {
        return only("domain", "org.cityapi.domain..", "java..", "org.jspecify.annotations..");
    }

    @Test
    void theDomainIsPlainJava() {
        domain().check(HOUSE);
    }

    @Test
    void theDomainRuleTripsOverAFramework() {
        JavaClasses canary = new ClassFileImporter().importClasses(FrameworkInDomain.class);
        assertThatThrownBy(() -> domain().check(canary))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(HttpRequest.class.getName());
    }

    @Test
    void theUseCasesKnowTheDomainAlone() {
        only("application", "org.cityapi.application..", "org.cityapi.domain..", "java..", "org.jspecify.annotations..")
                .check(HOUSE);
    }

    @ParameterizedTest
    @CsvSource({
        "web, persistence",
        "web, auth",
        "persistence, web",
        "persistence, auth",
        "auth, web",
        "auth, persistence"
    })
    void adaptersDoNotKnowEachOther(String one, String other) {
        assertThat(HOUSE.stream().filter(c -> c.getPackageName().startsWith("org.cityapi." + one)))
                .as("the rule guards a room that is there")
                .isNotEmpty();
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.cityapi." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.cityapi." + other + "..")
                .check(HOUSE);
    }

    @Test
    void packagesOfTheDomainFormNoCircle() {
        slices().matching("org.cityapi.domain.(*)..").should().beFreeOfCycles().check(HOUSE);
    }
}
