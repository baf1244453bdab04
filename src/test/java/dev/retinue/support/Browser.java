package dev.retinue.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.accounts.Session;
import dev.retinue.users.User;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Someone who looks at the pages: a visitor, or a member of the {@link Cast}. Redirects are not followed. */
public class Browser {

    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private final String session;

    private Browser(String session) {
        this.session = session;
    }

    public static Browser visitor() {
        return new Browser(null);
    }

    /** Logged in once in a test, and without the form: a good hash is slow. */
    public static Browser of(String member) {
        return new Browser(SESSIONS.computeIfAbsent(member, Browser::logIn));
    }

    /** With a session that a log-in has begun. */
    public static Browser with(String session) {
        return new Browser(session);
    }

    /** What the cookie {@code retinue} holds for a member. */
    public String session() {
        return session;
    }

    public RequestSpecification request() {
        var request = given().redirects().follow(false).urlEncodingEnabled(false);
        return session == null ? request : request.cookie("retinue", session);
    }

    /** The page, which must be there. */
    public Document page(String path) {
        return Jsoup.parse(request()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString());
    }

    /** The page that a form leads to that works, with what is told there. */
    public Document after(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        var page = request().cookie("retinue-notice", answer.cookie("retinue-notice"));
        return Jsoup.parse(page.get(answer.header("Location")).asString());
    }

    public int status(String path) {
        return request().get(path).statusCode();
    }

    public Response post(String path) {
        return request().post(path);
    }

    public Response submit(String path, Map<String, String> fields) {
        return request()
                .urlEncodingEnabled(true)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(path);
    }

    public Response upload(String path, String field, byte[] file) {
        return request().multiPart(field, "picture.png", file).post(path);
    }

    /** Of a length that is announced, as browsers do. */
    public Response send(String path, byte[] body) {
        return request().contentType("application/octet-stream").body(body).post(path);
    }

    /** Where a form leads that works. */
    public String postAndSee(String path) {
        return post(path).then().statusCode(303).extract().header("Location");
    }

    /** What was true of members of before. */
    static void forget() {
        SESSIONS.clear();
    }

    private static String logIn(String member) {
        return Transactions.ask(() -> Session.begin(User.named(member).orElseThrow(), "A test"));
    }
}
