package org.santral.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The walls of the server and around it.
@AnalyzeClasses(packages = "org.santral", importOptions = DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchRule ROOMS_OF_THE_SERVER_DO_NOT_KNOW_EACH_OTHER_IN_CIRCLES =
            slices().matching("org.santral.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_OF_THE_ADAPTER_DO_NOT_KNOW_EACH_OTHER_IN_CIRCLES =
            slices().matching("org.santral.asterisk.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("org.santral.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.santral.server..");

    @ArchTest
    static final ArchRule ONLY_THE_ADAPTER_NAMES_ASTERISK_JAVA = noClasses()
            .that()
            .resideOutsideOfPackage("org.santral.asterisk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.asteriskjava..");

    @ArchTest
    static final ArchRule THE_ADAPTER_KNOWS_NO_SPRING = noClasses()
            .that()
            .resideInAPackage("org.santral.asterisk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.jooq..", "java.sql..");

    @ArchTest
    static final ArchRule ONLY_THE_WIRING_KNOWS_EVERY_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("org.santral.server.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.santral.server.app..");
}
