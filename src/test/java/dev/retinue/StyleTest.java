package dev.retinue;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;

/** The rules of the code that a machine can check. */
@AnalyzeClasses(packages = "dev.retinue", importOptions = DoNotIncludeTests.class)
class StyleTest {

    @ArchTest
    ArchRule entitiesKnowNeitherHttpNorTemplatesNorConfiguration = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "io.vertx..",
                    "io.quarkus.qute..",
                    "org.eclipse.microprofile.config..",
                    "..web..");

    @ArchTest
    ArchRule theHeartDependsOnNoOtherFeature = noClasses()
            .that()
            .resideInAPackage("dev.retinue.users..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.retinue..")
                    .and(resideOutsideOfPackages("dev.retinue.users..", "dev.retinue.sql..", "dev.retinue.web..")));

    @ArchTest
    ArchRule whatEveryPageNeedsKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("dev.retinue.web..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.retinue..").and(resideOutsideOfPackage("dev.retinue.web..")));

    @ArchTest
    ArchRule howTheDatabaseIsAskedKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("dev.retinue.sql..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.retinue..")
                    .and(resideOutsideOfPackages("dev.retinue.sql..", "dev.retinue.web..")));

    @ArchTest
    ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|DTO|Mapper)");

    @ArchTest
    ArchRule featuresFormNoCircle =
            slices().matching("dev.retinue.(*)..").should().beFreeOfCycles();
}
