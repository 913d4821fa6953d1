package dev.tick.doccheck;

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
        slices().matching("dev.tick.doccheck.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void specKnowsNothingOfPages() {
        noClasses()
                .that()
                .resideInAPackage("dev.tick.spec..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.tick.doccheck..", "org.commonmark..")
                .check(CLASSES);
    }
}
