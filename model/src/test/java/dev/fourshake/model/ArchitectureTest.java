package dev.fourshake.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The walls of the model: pure Java, without I/O, threads or clock. */
class ArchitectureTest {

    private final JavaClasses model = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
            .importPackages("dev.fourshake.model");

    @Test
    void theModelNeedsNothingButTheJdk() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("dev.fourshake.model..", "java..")
                .check(model);
    }

    @Test
    void theModelTouchesNoFileSocketThreadOrClock() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net..", "java.nio.file..",
                        "java.nio.channels..", "java.sql..")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.Thread")
                .orShould().dependOnClassesThat().resideInAPackage("java.util.concurrent.locks..")
                .orShould().dependOnClassesThat().areAssignableTo(java.util.concurrent.Executor.class)
                .orShould().dependOnClassesThat().areAssignableTo(java.util.concurrent.Future.class)
                .orShould().callMethod(System.class, "nanoTime")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(java.time.Instant.class, "now")
                .check(model);
    }
}
