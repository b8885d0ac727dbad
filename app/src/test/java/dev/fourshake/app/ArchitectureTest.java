package dev.fourshake.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The walls of app: it knows no window, and its parts stand on each other without a circle. */
class ArchitectureTest {

    private final JavaClasses app = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
            .importPackages("dev.fourshake.app");

    @Test
    void appKnowsNoWindow() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.fourshake.ui..", "javafx..", "java.awt..",
                "javax.swing..").check(app);
    }

    @Test
    void thePartsStandOnEachOtherWithoutACircle() {
        slices().matching("dev.fourshake.app.(*)..").should().beFreeOfCycles().check(app);
    }

    @Test
    void thePartsOfTheTapKnowNeitherItNorEachOther() {
        noClasses().that().resideInAPackage("dev.fourshake.app.tap.*..")
                .should().dependOnClassesThat().resideInAPackage("dev.fourshake.app.tap").check(app);
        slices().matching("dev.fourshake.app.tap.(*)..").should().notDependOnEachOther().check(app);
    }

    @Test
    void onlyTheCommandLineTalksToTheTerminal() {
        noClasses().that().resideOutsideOfPackage("dev.fourshake.app.cli..")
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(app);
    }
}
