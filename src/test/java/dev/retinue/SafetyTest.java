package dev.retinue;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.retinue.accounts.Session;
import dev.retinue.users.KeptPassword;
import dev.retinue.users.User;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;

/** What the code leaves alone, so that nobody can turn it against the site. */
@AnalyzeClasses(packages = "dev.retinue", importOptions = DoNotIncludeTests.class)
class SafetyTest {

    /** The programs of PostgreSQL are looked up in a jar of the application. */
    @ArchTest
    ArchRule nothingIsAskedOfAnotherSite = noClasses()
            .that()
            .doNotHaveSimpleName("Programs")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.net.http..", "jakarta.ws.rs.client..", "io.vertx.ext.web.client..", "java.rmi..")
                    .or(belongToAnyOf(Socket.class, URLConnection.class, HttpURLConnection.class))
                    .or(named("io.vertx.core.http.HttpClient"))
                    .or(named("java.net.URL")));

    @ArchTest
    ArchRule onlyTheDatabaseAndTheTerminalStartProcesses = noClasses()
            .that()
            .resideOutsideOfPackage("dev.retinue.database..")
            .and()
            .doNotHaveFullyQualifiedName("dev.retinue.shell.Terminal")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    @ArchTest
    ArchRule nothingThatIsSentIsRunOrMadeIntoObjects = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("javax.script..", "javax.naming..", "java.beans..", "javax.xml.parsers..")
                            .or(belongToAnyOf(ObjectInputStream.class, XMLInputFactory.class)));

    @ArchTest
    ArchRule whatNobodyMayGuessIsMadeBySecureRandom = noClasses()
            .that()
            .doNotHaveSimpleName("Retry")
            .should()
            .dependOnClassesThat(belongToAnyOf(SplittableRandom.class)
                    .or(named(Random.class.getName()))
                    .or(named("java.util.concurrent.ThreadLocalRandom")))
            .orShould()
            .callMethod(Math.class, "random");

    /** Names of things that pass, and a password that nobody is told. */
    @ArchTest
    ArchRule aUuidIsNoSecret = noClasses()
            .that()
            .doNotHaveSimpleName("Cluster")
            .and()
            .doNotHaveSimpleName("PasswordHash")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(UUID.class);

    @ArchTest
    ArchRule passwordsAreAskedForOnlyWhereTriesAreCounted = noClasses()
            .that()
            .doNotHaveSimpleName("Attempts")
            .should()
            .callMethod(KeptPassword.class, "matches", String.class);

    @ArchTest
    ArchRule sessionsBeginInOnePlace = noClasses()
            .that()
            .doNotHaveSimpleName("Sessions")
            .should()
            .callMethod(Session.class, "begin", User.class, String.class);

    @ArchTest
    static void everyUseOfCryptographyIsInTheInventory(JavaClasses classes) throws IOException {
        var document = Files.readString(Path.of("src", "docs", "security.md"));
        assertThat(classes.stream().filter(SafetyTest::usesCryptography).map(JavaClass::getSimpleName))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    private static boolean usesCryptography(JavaClass each) {
        return each.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass())
                .anyMatch(target -> target.isEquivalentTo(MessageDigest.class)
                        || target.isEquivalentTo(SecureRandom.class)
                        || target.getPackageName().startsWith("javax.crypto")
                        || target.getSimpleName().equals("BcryptUtil"));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return describe(name, each -> each.getName().equals(name));
    }
}
