package dev.tick.stub;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // Also where another tool than Maven or an IDE has compiled them.
            .withImportOption(location -> !location.contains("/test/"))
            .importPackages("dev.tick");

    /** A builder and a parser are thrown away before anything is served; the others hold a stub, and are not held by one. */
    private static final DescribedPredicate<JavaClass> REMEMBER_NOTHING = resideInAPackage("dev.tick.stub..")
            .and(not(resideInAnyPackage("dev.tick.stub.state..", "dev.tick.stub.command..", "dev.tick.stub.junit..")))
            .and(not(belongToAnyOf(StubConfig.Builder.class)))
            .and(not(simpleName("FilterReader").or(simpleName("Cursor"))))
            .as("classes outside of state");

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.tick.stub.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void dependsOnSpecAndNeverSeesTheClientOrTheChecks() {
        noClasses()
                .that()
                .resideInAPackage("dev.tick.stub..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.tick.client..", "dev.tick.conformance..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.tick.spec..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tick.stub..")
                .check(CLASSES);
    }

    @Test
    void queriesAreReadWithoutHttpOrAContract() {
        noClasses()
                .that()
                .resideInAPackage("dev.tick.stub.odata..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tick.spec.contract..",
                        "dev.tick.spec.register..",
                        "dev.tick.spec.check..",
                        "dev.tick.spec.http..",
                        "dev.tick.spec.validation..",
                        "dev.tick.stub.http..",
                        "java.net.http..")
                .check(CLASSES);
    }

    /** What a running stub knows lies in fields that are set once; see NothingElseRemembersTest for what lies behind them. */
    @Test
    void nothingButStateHasAFieldThatChanges() {
        fields().that()
                .areDeclaredInClassesThat(REMEMBER_NOTHING)
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(resideInAPackage("java.util.concurrent.."))
                .check(CLASSES);
    }

    @Test
    void nothingButStateLocks() {
        methods()
                .that()
                .areDeclaredInClassesThat(REMEMBER_NOTHING)
                .should()
                .notHaveModifier(JavaModifier.SYNCHRONIZED)
                .check(CLASSES);
        noClasses()
                .that(REMEMBER_NOTHING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent.locks..", "java.util.concurrent.atomic..")
                .check(CLASSES);
    }

    @Test
    void onlyOnePackageKnowsWireMock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.tick.stub.pipeline..",
                        "dev.tick.stub.operation..",
                        "dev.tick.stub.entity..",
                        "dev.tick.stub.state..",
                        "dev.tick.stub.authority..",
                        "dev.tick.stub.access..",
                        "dev.tick.stub.journal..",
                        "dev.tick.stub.http..",
                        "dev.tick.stub.odata..",
                        "dev.tick.stub.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.tomakehurst..")
                .check(CLASSES);
    }
}
