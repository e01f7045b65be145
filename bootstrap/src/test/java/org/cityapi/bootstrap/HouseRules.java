package org.cityapi.bootstrap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What may depend on what, as allow-lists, and a few habits. ArchUnit fails a rule that finds nothing to judge. */
final class HouseRules {

    private static final String[] PLAIN = {"java..", "org.jspecify.annotations..", "org.cityapi.domain.."};

    private HouseRules() {}

    static ArchRule domain() {
        return room("domain");
    }

    static ArchRule application() {
        return room("application", "org.cityapi.application..");
    }

    static ArchRule persistence() {
        return room(
                "persistence",
                "org.cityapi.persistence..",
                "org.cityapi.application..",
                "javax.sql..",
                "io.micronaut.(context|core|inject|aop|data|serde|transaction|scheduling)..",
                "jakarta.inject..",
                "jakarta.annotation..",
                "org.slf4j..",
                "org.sqlite..",
                "org.postgresql..",
                "io.lettuce.core..",
                "com.zaxxer.hikari..",
                "org.flywaydb..",
                "de.siegmar.fastcsv..",
                "com.github.benmanes.caffeine..");
    }

    static ArchRule web() {
        return room(
                "web",
                "org.cityapi.web..",
                "org.cityapi.application..",
                "io.micronaut.(context|core|inject|aop|http|web|serde|json|scheduling|security|runtime|validation|views|openapi)..",
                "io.micrometer..",
                "io.swagger.v3.oas.annotations..",
                "jakarta.inject..",
                "jakarta.annotation..",
                "javax.crypto..",
                "org.slf4j..",
                "org.reactivestreams..",
                "reactor..",
                "com.fasterxml.jackson..",
                "de.siegmar.fastcsv..",
                "org.apache.commons.fileupload..",
                "io.netty..",
                "org.thymeleaf");
    }

    static ArchRule auth() {
        return room(
                "auth",
                "org.cityapi.auth..",
                "org.cityapi.application..",
                "io.micronaut.(context|core|inject|aop|http|web|scheduling|security)..",
                "jakarta.inject..",
                "javax.crypto..",
                "jakarta.annotation..",
                "org.slf4j..",
                "org.reactivestreams..",
                "reactor..",
                "com.nimbusds..",
                "com.sun.net.httpserver..",
                "net.minidev.json..");
    }

    static ArchRule noCircles() {
        return slices().matching("org.cityapi.(**)").should().beFreeOfCycles();
    }

    /** Ports are implemented where nobody can reach past them. */
    static ArchRule adaptersAreNotPublic() {
        return noClasses()
                .that()
                .implement(new DescribedPredicate<JavaClass>("a port of the domain") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isInterface() && type.getPackageName().startsWith("org.cityapi.domain");
                    }
                })
                .and()
                .resideOutsideOfPackage("org.cityapi.domain..")
                .should()
                .bePublic();
    }

    /** Whoever asks what time it is gets a {@link Clock} from bootstrap. */
    static ArchRule timeComesFromTheClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.cityapi.bootstrap")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(name("now"))
                        .and(JavaCall.Predicates.target(owner(resideInAPackage("java.time.."))))
                        .and(JavaCall.Predicates.target(
                                HasParameterTypes.Predicates.rawParameterTypes(new Class<?>[0]))))
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    static ArchRule namesSaySomething() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*(Manager|Helper|Utils?|Common|Base|DTO|Dto|Entity)");
    }

    static ArchRule packagesAreNullMarked() {
        return classes().should(new ArchCondition<JavaClass>("lie in a package that is marked for nulls") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetAnnotationOfType(NullMarked.class)
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + " lies in a package without a @NullMarked package-info"));
            }
        });
    }

    private static ArchRule room(String room, String... allowed) {
        return classes()
                .that()
                .resideInAPackage("org.cityapi." + room + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        Stream.concat(Stream.of(PLAIN), Stream.of(allowed)).toArray(String[]::new)));
    }
}
