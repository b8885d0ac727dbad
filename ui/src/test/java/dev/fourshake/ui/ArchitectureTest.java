package dev.fourshake.ui;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The walls of the window. */
class ArchitectureTest {

    private final JavaClasses ui = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
            .importPackages("dev.fourshake.ui");

    @Test
    void theWindowKnowsNoNetworkDatabaseOrClientLibrary() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.netty..", "org.h2..", "java.sql..",
                "org.eclipse.paho..", "com.hivemq..").check(ui);
    }

    @Test
    void theFrameKnowsNothingOfMqtt() {
        noClasses().that().resideInAPackage("dev.fourshake.ui.workbench..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.fourshake.model..", "dev.fourshake.app.tap..", "dev.fourshake.app.client..",
                        "dev.fourshake.app.workspace..", "dev.fourshake.ui.view..", "dev.fourshake.ui.trace..")
                .check(ui);
    }

    @Test
    void onlyTheDockKnowsTheDockingLibrary() {
        noClasses().that().resideOutsideOfPackage("dev.fourshake.ui.workbench.dock..")
                .should().dependOnClassesThat().resideInAPackage("software.coley..").check(ui);
    }

    @Test
    void viewsShareWhatTheyShareInThePackageAboveThem() {
        slices()
                .matching("dev.fourshake.ui.view.(*)..").should().notDependOnEachOther().check(ui);
    }

    /** The packages of the frame are one part: its bundle and its window are known to all of them. */
    @Test
    void theOtherPackagesStandOnEachOtherWithoutACircle() {
        slices().matching("dev.fourshake.ui.(**)").should().beFreeOfCycles()
                .ignoreDependency(resideInAPackage("dev.fourshake.ui.workbench.."),
                        resideInAPackage("dev.fourshake.ui.workbench.."))
                .check(ui);
    }
}
