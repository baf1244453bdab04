package dev.retinue.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.database.DataDirectory;
import dev.retinue.database.EmbeddedDatabase;
import dev.retinue.support.FaultProxy;
import dev.retinue.support.Jar;
import dev.retinue.support.Patience;
import dev.retinue.support.Standby;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A site with a replica that lags by two seconds. Of the pages that visitors ask for, none is kept but where it says so. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplicaIT {

    /** The lag, the 15 seconds for which a page is kept, and three times as long for a machine that is slow. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    @TempDir
    static Path folder;

    private EmbeddedDatabase database;

    private FaultProxy wayToDatabase;

    private Standby standby;

    private FaultProxy wayToReplica;

    private Jar jar;

    private String session;

    private int asked;

    /** Somebody new, whom visitors see already. */
    private String mira;

    @BeforeAll
    void aSiteWithAReplica() throws Exception {
        var data = folder.resolve("database");
        database = EmbeddedDatabase.toServe(new DataDirectory(data));
        wayToDatabase = new FaultProxy(port(database.settings()));
        standby = Standby.of(data, database.settings(), folder.resolve("standby"));
        wayToReplica = new FaultProxy(standby.port());
        jar = Jar.serving(folder.resolve("site"), options(database.settings()));
        session = signUp("Sutton");
    }

    @BeforeEach
    void theReplicaIsAsked() throws Exception {
        signUp("Mira" + ++asked);
        mira = "/@Mira" + asked;
        Patience.until(PATIENCE, () -> visitor().get(address()).statusCode() == 200 && standby.isAsked());
    }

    @AfterAll
    void end() throws Exception {
        jar.close();
        wayToReplica.close();
        standby.close();
        wayToDatabase.close();
        database.close();
    }

    @Test
    void aMemberSeesAtOnceWhatVisitorsSeeAfterTheLag() throws Exception {
        standby.pause();
        follow();
        assertThat(followers(member(), mira)).isEqualTo("1 follower");
        assertThat(followers(visitor(), address())).isEqualTo("0 followers");
        assertThat(followers(visitor(), mira)).as("a page that is kept").isEqualTo("0 followers");
        standby.resume();
        Patience.until(PATIENCE, () -> followers(visitor(), mira).equals("1 follower"));
    }

    @Test
    void aReplicaThatNoLongerFollowsIsNotAskedMeanwhile() throws Exception {
        standby.pause();
        follow();
        assertThat(followers(visitor(), address())).isEqualTo("0 followers");
        Patience.until(PATIENCE, () -> followers(visitor(), address()).equals("1 follower"));
        standby.resume();
        jar.await("The replica is no longer too far behind");
    }

    @Test
    void whileTheReplicaIsDeadVisitorsSeeWhatIsInTheDatabase() throws Exception {
        standby.kill();
        follow();
        for (var each = 0; each < 20; each++) {
            assertThat(followers(visitor(), address())).isEqualTo("1 follower");
        }
        assertThat(jar.management().get("/q/health/ready").statusCode()).isEqualTo(200);
        standby.startAgain();
        assertItIsAskedAgain();
    }

    @Test
    void aReplicaThatHangsIsAsOneThatIsDead() throws Exception {
        wayToReplica.hold();
        follow();
        assertThat(followers(visitor(), address())).isEqualTo("1 follower");
        wayToReplica.cut();
        assertThat(followers(visitor(), address())).isEqualTo("1 follower");
        wayToReplica.mend();
        assertItIsAskedAgain();
    }

    /** As after a migration that it has not heard of. */
    @Test
    void aReplicaThatLacksAColumnIsNotAskedForThatPageAgain() throws Exception {
        rename("avatar", "picture");
        Patience.until(PATIENCE, () -> standby.has("picture"));
        standby.pause();
        rename("picture", "avatar");
        follow();
        visitor().redirects().follow(true).get("/@Sutton/followers").then().statusCode(200);
        assertThat(followers(visitor(), address())).isEqualTo("1 follower");
        standby.resume();
        assertItIsAskedAgain();
    }

    @Test
    void whoeverAsksForWhatNoDatabaseReadsLeavesTheReplicaAtWork() throws Exception {
        standby.pause();
        follow();
        var answer = visitor().urlEncodingEnabled(false).get("/feeds/a%00b.atom");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(followers(visitor(), address())).isEqualTo("0 followers");
        standby.resume();
    }

    @Test
    void visitorsReadOnWhileTheDatabaseIsAway() throws Exception {
        wayToDatabase.cut();
        assertThat(member().get(mira).statusCode()).isEqualTo(503);
        assertThat(followers(visitor(), address())).isEqualTo("0 followers");
        wayToDatabase.mend();
        Patience.until(PATIENCE, () -> member().get(mira).statusCode() == 200);
    }

    /** And every visitor gets a page meanwhile. */
    private void assertItIsAskedAgain() throws Exception {
        Patience.until(PATIENCE, () -> {
            visitor().get(address()).then().statusCode(200);
            return standby.isAsked();
        });
    }

    private void rename(String column, String to) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(
                database.settings().get("quarkus.datasource.jdbc.url"),
                "postgres",
                database.settings().get("quarkus.datasource.password"))) {
            connection.createStatement().execute("alter table users rename column %s to %s".formatted(column, to));
        }
    }

    private String signUp(String name) {
        return jar.request()
                .formParams(Map.of("username", name, "password", "long enough"))
                .post("/signup")
                .cookie("retinue");
    }

    private void follow() {
        member().post(mira + "/follow").then().statusCode(303);
    }

    private RequestSpecification member() {
        return visitor().cookie("retinue", session);
    }

    private RequestSpecification visitor() {
        return jar.request();
    }

    /** One that nobody has asked for. */
    private String address() {
        return mira + "?" + ++asked;
    }

    private static String followers(RequestSpecification reader, String address) {
        var page = reader.get(address).then().statusCode(200).extract().asString();
        return Jsoup.parse(page).select(".counts a").first().text();
    }

    private String[] options(Map<String, String> settings) {
        return new String[] {
            "-Dretinue.replica-lag=20s",
            "-Dquarkus.datasource.jdbc.url=" + address(wayToDatabase),
            "-Dquarkus.datasource.replica.jdbc.url=" + address(wayToReplica),
            "-Dquarkus.datasource.username=" + settings.get("quarkus.datasource.username"),
            "-Dquarkus.datasource.password=" + settings.get("quarkus.datasource.password")
        };
    }

    private static String address(FaultProxy way) {
        return "jdbc:postgresql://127.0.0.1:" + way.port() + "/postgres";
    }

    private static int port(Map<String, String> settings) {
        return Integer.parseInt(settings.get("quarkus.datasource.jdbc.url").replaceAll("\\D", ""));
    }
}
