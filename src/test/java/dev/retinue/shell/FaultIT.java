package dev.retinue.shell;

import static dev.retinue.support.Answers.assertSaysToWait;
import static dev.retinue.support.Answers.assertSoon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.FaultProxy;
import dev.retinue.support.Followers;
import dev.retinue.support.Jar;
import dev.retinue.support.Member;
import dev.retinue.support.Postgres;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see while the database is away, and after that. */
class FaultIT {

    private static final String MIRA = "/@Mira";

    private static final Duration HANG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Postgres database;

    private FaultProxy proxy;

    private Jar jar;

    private Member sutton;

    private Member mira;

    @BeforeEach
    void aSiteWithADatabaseBehindAProxy() throws Exception {
        database = new Postgres(folder.resolve("database"));
        proxy = new FaultProxy(database.port());
        jar = Jar.serving(folder.resolve("site"), database.options(proxy.port()));
        sutton = Member.signedUp(jar, "Sutton");
        mira = Member.signedUp(jar, "Mira");
        Member.visitor().page(jar, MIRA);
    }

    @AfterEach
    void end() throws Exception {
        proxy.mend();
        jar.close();
        proxy.close();
        database.close();
    }

    @Test
    void whileTheDatabaseIsAwayPagesSaySoAndVisitorsSeeWhatWasThere() throws Exception {
        proxy.cut();
        assertSaysToWait(get(MIRA));
        assertThat(jar.output()).containsOnlyOnce("GET " + MIRA + " has to wait");
        assertSaysToWait(follow());
        assertSaysToWait(jar.request().get("/@nobody"));
        Member.visitor().page(jar, MIRA);
        assertThat(jar.management().get("/q/health/ready").statusCode()).isEqualTo(503);
        proxy.mend();
        assertAllIsWell();
    }

    @Test
    void whoeverHasLeftOrHidAListOrAFollowIsNotShownMeanwhileEither() throws Exception {
        sutton.post(jar, MIRA + "/follow");
        Member.visitor().page(jar, MIRA + "/followers");
        sutton.post(jar, MIRA + "/private");
        proxy.cut();
        assertSaysToWait(jar.request().get(MIRA + "/followers"));
        proxy.mend();
        assertSoon(() -> get(MIRA).statusCode() == 200);
        Member.visitor().page(jar, "/@Sutton/followers");
        sutton.at(jar).formParam("followers", "ME").post("/settings/privacy");
        mira.post(jar, "/settings/account/deactivate");
        proxy.cut();
        assertSaysToWait(jar.request().get(MIRA));
        assertSaysToWait(jar.request().get("/@Sutton/followers"));
    }

    @Test
    void aDatabaseThatHangsIsAsOneThatIsAway() throws Exception {
        proxy.hold();
        var began = Instant.now();
        assertSaysToWait(get(MIRA));
        assertSaysToWait(follow());
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(35));
        proxy.cut();
        proxy.mend();
        assertAllIsWell();
    }

    @Test
    void whatIsAnsweredWhileTheDatabaseHangsIsKept() throws Exception {
        var followers = Followers.of(200, database);
        var answers = followers.follow(jar, MIRA);
        answers.get(20).get();
        proxy.hold();
        Thread.sleep(HANG.toMillis());
        Member.visitor().page(jar, MIRA);
        proxy.mend();
        followers.assertAllIsWell(answers, jar, MIRA, database);
    }

    @Test
    void whatIsAnsweredWhileTheDatabaseStartsAgainIsKept() throws Exception {
        var followers = Followers.of(200, database);
        var answers = followers.follow(jar, MIRA);
        answers.get(20).get();
        database.close();
        database = new Postgres(folder.resolve("database"));
        proxy.lead(database.port());
        followers.assertAllIsWell(answers, jar, MIRA, database);
    }

    /** Nothing is half done, and nothing was promised. */
    private void assertAllIsWell() throws Exception {
        assertSoon(() -> get(MIRA).statusCode() == 200);
        assertThat(follow().statusCode()).isEqualTo(303);
        assertThat(sutton.page(jar, MIRA + "/followers").select(".person")).hasSize(1);
    }

    private Response get(String path) {
        return sutton.at(jar).get(path);
    }

    private Response follow() {
        return sutton.post(jar, MIRA + "/follow");
    }
}
