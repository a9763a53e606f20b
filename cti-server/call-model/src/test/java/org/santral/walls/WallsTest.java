package org.santral.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.time.Clock;
import java.time.Instant;
import org.santral.switchboard.Switchboard;

/// The walls of the core: no world outside, arrows downwards only.
@AnalyzeClasses(packages = "org.santral", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule THE_CORE_TOUCHES_NO_WORLD = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.sql..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "org.springframework..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule THE_CORE_HAS_NO_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class);

    @ArchTest
    static final ArchRule THE_CORE_HAS_NO_THREADS =
            noClasses().should().dependOnClassesThat().belongToAnyOf(Thread.class, ThreadLocal.class);

    @ArchTest
    static final ArchRule ONLY_LINES_KNOWS_JACKSON = classes()
            .that()
            .resideOutsideOfPackage("org.santral.lines")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.santral..");

    @ArchTest
    static final ArchRule NOTHING_IN_THE_CORE_KNOWS_LINES = noClasses()
            .that()
            .resideOutsideOfPackage("org.santral.lines")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.santral.lines");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.santral.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWNWARDS = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("lines")
            .definedBy("org.santral.lines")
            .layer("switchboard")
            .definedBy("org.santral.switchboard")
            .layer("policies")
            .definedBy("org.santral.screenpop", "org.santral.routing", "org.santral.history")
            .layer("caller")
            .definedBy("org.santral.caller")
            .layer("site")
            .definedBy("org.santral.site")
            .layer("people")
            .definedBy("org.santral.agent", "org.santral.queue")
            .layer("call")
            .definedBy("org.santral.call")
            .layer("words")
            .definedBy("org.santral.pbx", "org.santral.because")
            .whereLayer("lines")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("switchboard")
            .mayOnlyBeAccessedByLayers("lines")
            .whereLayer("policies")
            .mayOnlyBeAccessedByLayers("switchboard", "lines")
            .whereLayer("caller")
            .mayOnlyBeAccessedByLayers("policies", "switchboard", "lines")
            .whereLayer("site")
            .mayOnlyBeAccessedByLayers("caller", "policies", "switchboard", "lines")
            .whereLayer("people")
            .mayOnlyBeAccessedByLayers("site", "caller", "policies", "switchboard", "lines")
            .whereLayer("call")
            .mayOnlyBeAccessedByLayers("people", "site", "caller", "policies", "switchboard", "lines");

    @ArchTest
    static final ArchRule POLICIES_DO_NOT_KNOW_EACH_OTHER = slices().matching("org.santral.(screenpop|routing|history)")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule THE_SWITCHBOARD_SHOWS_FOUR_THINGS = classes()
            .that()
            .resideInAPackage(Switchboard.class.getPackageName())
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("Switchboard")
            .and()
            .doNotHaveSimpleName("Snapshot")
            .and()
            .doNotHaveSimpleName("Input")
            .and()
            .doNotHaveSimpleName("Effect")
            .should()
            .notBePublic();
}
