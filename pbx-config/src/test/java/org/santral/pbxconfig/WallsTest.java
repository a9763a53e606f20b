package org.santral.pbxconfig;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The walls of this module.
@AnalyzeClasses(packages = "org.santral.pbxconfig", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule packagesAreAcyclic =
            slices().matching("org.santral.pbxconfig.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreTouchesNoFilesNetworkClockOrThreads = noClasses()
            .that()
            .resideInAnyPackage("..pbxconfig.site..", "..pbxconfig.yaml..", "..pbxconfig.asterisk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System");

    @ArchTest
    static final ArchRule onlyTheReaderKnowsYaml = noClasses()
            .that()
            .resideOutsideOfPackage("..pbxconfig.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule theSiteKnowsNoReaderAndNoGenerator = noClasses()
            .that()
            .resideInAPackage("..pbxconfig.site..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..pbxconfig.yaml..", "..pbxconfig.asterisk..", "..pbxconfig.cli..");
}
