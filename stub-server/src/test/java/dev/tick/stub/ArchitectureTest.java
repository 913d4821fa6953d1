package dev.tick.stub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tick");

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
                .resideInAnyPackage("dev.tick.spec..", "dev.tick.stub.http..", "java.net.http..")
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
