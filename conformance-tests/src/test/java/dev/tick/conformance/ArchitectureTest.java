package dev.tick.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tick.conformance.exchange.HttpSender;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tick");

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.tick.conformance.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    /** Whatever a format shows, it takes from the model, so that no two formats say different things of one run. */
    @Test
    void eachFormatKnowsTheModelAndNoOtherFormat() {
        for (String format : List.of("html", "json", "junit", "sarif", "text")) {
            noClasses()
                    .that()
                    .resideInAPackage("dev.tick.conformance.report." + format)
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.tick.conformance.report..")
                            .and(resideOutsideOfPackages(
                                    "dev.tick.conformance.report.model", "dev.tick.conformance.report." + format))
                            .or(belongToAnyOf(RunResult.class, RequirementResult.class, CaseResult.class)))
                    .check(PRODUCT);
        }
    }

    /** What does not go out by the runner passes none of the stages of the way out. */
    @Test
    void onlyTheRunnerMakesAWireToATarget() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Runner.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(HttpSender.class.getName())
                .should()
                .callConstructor(HttpSender.class, URI.class, Duration.class)
                .orShould()
                .callConstructor(HttpSender.class, URI.class, Duration.class, TrustedAuthorities.class)
                .check(PRODUCT);
    }

    @Test
    void modulesDependOneWay() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.tick.spec..", "dev.tick.stub..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tick.conformance..")
                .check(PRODUCT);
    }

    @Test
    void theChecksNeverSpeakThroughTheGeneratedClientAndNeverLookIntoTheStub() {
        noClasses()
                .that()
                .resideInAPackage("dev.tick.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tick.client..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("dev.tick.conformance.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tick.stub..")
                .check(PRODUCT);
    }

    @Test
    void propertiesAndEnvironmentAreReadAtTheEntryPointsAlone() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ConformanceIT.class.getName())
                .and()
                .doNotHaveFullyQualifiedName("dev.tick.stub.command.StubMain")
                .and()
                .doNotHaveFullyQualifiedName("dev.tick.conformance.command.TickMain")
                .and()
                .resideInAPackage("dev.tick..")
                .should()
                .callMethod(System.class, "getProperties")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(PRODUCT);
    }

    /** Capitals, digits, days and texts would differ from machine to machine. */
    @Test
    void nothingFollowsTheMachinesLanguageOrZone() {
        noClasses()
                .that()
                .resideInAPackage("dev.tick..")
                .should()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Charset.class, "defaultCharset")
                .check(PRODUCT);
    }

    /** Nor of the other reading: a misreading of the documentation cannot hide in both. */
    @ParameterizedTest
    @CsvSource({
        "dev.tick.reference.first, dev.tick.reference.first",
        "dev.tick.reference.todaysecond, dev.tick.reference.first",
        "dev.tick.reference.today, dev.tick.reference.today"
    })
    void theReferenceServersKnowNothingOfTheKit(String name, String sharing) {
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        name, sharing, "java..", "javax.crypto..", "com.sun.net.httpserver..", "tools.jackson..")
                .check(new ClassFileImporter().importPackages(name));
    }
}
