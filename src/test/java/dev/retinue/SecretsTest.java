package dev.retinue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.retinue.support.Browser;
import dev.retinue.support.Cast;
import dev.retinue.support.LogLines;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What nobody is to learn but whom it belongs to: passwords, their hashes, tokens, the addresses of feeds. */
@QuarkusTest
class SecretsTest extends RetinueTest {

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|seal|hash).*");

    private static final String MARK = "hunter2hunter2";

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void noSecretIsLoggedOrMeasuredOrShown() {
        try (var lines = new LogLines()) {
            var secrets = new ArrayList<>(List.of(MARK, Cast.PASSWORD, "$2a$"));
            var pages = everythingThatHasToDoWith(secrets);
            assertThat(secrets).hasSize(8).doesNotContainNull();
            assertThat(String.join("\n", lines.all()))
                    .contains("logged in", "log-in failed", "GET /broken-feeds/....atom failed")
                    .doesNotContain(secrets);
            assertThat(given().get(metrics).asString())
                    .contains("http_server_requests_seconds", "uri=\"/feeds/{secret}.atom\"")
                    .doesNotContain(secrets);
            assertThat(pages).doesNotContain(secrets);
        }
    }

    @Test
    void anAddressThatIsRefusedIsCountedAndNotTold() {
        given().header("Sec-Fetch-Site", "cross-site").post("/@" + MARK).then().statusCode(403);
        assertThat(given().get(metrics).asString())
                .contains("status=\"403\",uri=\"UNKNOWN\"")
                .doesNotContain(MARK);
    }

    @Test
    void norIsWhoWasLookedAtByWhomeverAPageIsKeptFor() {
        for (var time = 0; time < 3; time++) {
            given().get("/@Mira/followers").then().statusCode(200);
        }
        assertThat(given().get(metrics).asString())
                .contains("uri=\"/@{name}/followers\"")
                .doesNotContain("Mira");
    }

    /** Adds each secret that comes of it; gives what strangers are shown meanwhile. */
    private String everythingThatHasToDoWith(List<String> secrets) {
        var login = post("/login", Map.of("username", "Sutton", "password", Cast.PASSWORD));
        secrets.addAll(List.of(login.cookie("retinue"), login.cookie("retinue-device")));
        secrets.add(
                post("/signup", Map.of("username", "Lena", "password", MARK)).cookie("retinue"));
        var sutton = Browser.with(login.cookie("retinue"));
        sutton.post("/settings/feeds/renew");
        var feed = Transactions.<String>ask(() -> (String) User.getEntityManager()
                .createNativeQuery("select secret from feeds")
                .getSingleResult());
        secrets.add(feed);
        var hash = Transactions.<String>ask(() -> (String) User.getEntityManager()
                .createNativeQuery("select password_hash from users where username = 'Sutton'")
                .getSingleResult());
        secrets.add(hash);
        given().get("/feeds/" + feed + ".atom").then().statusCode(200);
        var changed = sutton.submit("/settings/password", Map.of("current", MARK, "password", MARK));
        return String.join(
                "\n",
                changed.asString(),
                post("/login", Map.of("username", "Sutton", "password", MARK)).asString(),
                post("/login", Map.of("username", "Sutton", "password", MARK + "%zz"))
                        .asString(),
                post("/signup", Map.of("username", "a/b", "password", MARK)).asString(),
                sutton.submit("/settings/account/delete", Map.of("password", MARK))
                        .asString(),
                sutton.request().get("/broken").asString(),
                sutton.request().get("/broken-feeds/" + feed + ".atom").asString(),
                Browser.visitor().request().get("/feeds/x" + feed + ".atom").asString());
    }

    @Test
    void whatTheDatabaseRefusesIsSaidWithoutTheRow() {
        assertThatThrownBy(() -> Transactions.run(() -> User.getEntityManager()
                        .createNativeQuery("update users set username = null where username = 'Sutton'")
                        .executeUpdate()))
                .rootCause()
                .message()
                .contains("username")
                .doesNotContain("Sutton", "$2a$");
    }

    @Test
    void noRecordWritesASecretIntoText() {
        var records = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.retinue").stream()
                        .map(JavaClass::reflect)
                        .filter(each -> each.isRecord()
                                && Stream.of(each.getRecordComponents()).anyMatch(SecretsTest::isSecret))
                        .toList();
        assertThat(records).hasSizeGreaterThanOrEqualTo(3).allSatisfy(each -> assertThat(withMarks(each))
                .doesNotContain(MARK));
    }

    private static boolean isSecret(RecordComponent component) {
        return component.getType() == String.class
                && SECRET.matcher(component.getName()).matches();
    }

    /** How one writes itself whose secrets are all the same, and the rest next to nothing. */
    private static String withMarks(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Stream.of(components)
                .map(each -> isSecret(each) ? MARK : each.getType() == String.class ? "" : none(each.getType()))
                .toArray();
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values).toString();
    }

    private static Object none(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    private static Response post(String path, Map<String, String> fields) {
        return Browser.visitor().submit(path, fields);
    }
}
