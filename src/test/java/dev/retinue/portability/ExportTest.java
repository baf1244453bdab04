package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sutton follows Daniel with a note, Mira privately, and Priya; Daniel follows her. */
@QuarkusTest
class ExportTest extends RetinueTest {

    private Browser sutton;

    private String site;

    @BeforeEach
    void theyFollow() {
        cast.follow("Sutton", "Daniel Bates");
        cast.follow("Sutton", "Mira");
        cast.follow("Sutton", "Priya");
        cast.follow("Daniel Bates", "Sutton");
        Transactions.run(() -> {
            user("Sutton").with(user("Daniel Bates")).note("=1+1, \"said\" he,\nand left");
            user("Sutton").with(user("Mira")).followPrivately();
        });
        sutton = Browser.of("Sutton");
        site = io.restassured.RestAssured.baseURI.replace("http://", "") + ":" + io.restassured.RestAssured.port;
    }

    @Test
    void whomOneFollowsIsAFileAsMastodonWritesIt() {
        var answer = sutton.request().get("/@Sutton/following.csv");
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"following.csv\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        var lines = answer.asString().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("Account address,Show boosts,Notify on new posts,Languages,Followed on,Note,Private");
        assertThat(lines.get(1)).matches("Priya@" + site + ",true,false,,20\\d\\d-[^,]+Z,,false");
        assertThat(lines.get(2)).matches("Mira@" + site + ",true,false,,20\\d\\d-[^,]+Z,,true");
        assertThat(answer.asString())
                .contains("Daniel_Bates@" + site)
                .contains(",\"'=1+1, \"\"said\"\" he,\nand left\",false");
    }

    @Test
    void whoFollowsOneIsAFileToo() {
        var lines = lines("/@Sutton/followers.csv");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("Account address,Followed on,Private");
        assertThat(lines.get(1)).startsWith("Daniel_Bates@" + site);
    }

    @Test
    void aProgramReadsItAsJson() {
        var people =
                new JsonArray(sutton.request().get("/@Sutton/following.json").asString());
        assertThat(people).hasSize(3);
        var daniel = people.getJsonObject(2);
        assertThat(daniel.getString("username")).isEqualTo("Daniel Bates");
        assertThat(daniel.getString("address")).isEqualTo("http://" + site + "/@Daniel_Bates");
        assertThat(daniel.getString("note")).isEqualTo("=1+1, \"said\" he,\nand left");
        assertThat(people.getJsonObject(1).getBoolean("private")).isTrue();
        assertThat(new JsonArray(
                        sutton.request().get("/@Sutton/followers.json?q=nobody").asString()))
                .isEmpty();
    }

    @Test
    void theFileHoldsWhatTheListShows() {
        assertThat(new JsonArray(sutton.request()
                        .get("/@Sutton/following.json?show=mutual")
                        .asString()))
                .hasSize(1);
        assertThat(lines("/@Sutton/following.csv?show=private").get(1)).startsWith("Mira@");
        assertThat(lines("/@Sutton/following.csv?q=pri").get(1)).startsWith("Priya@");
        assertThat(lines("/@Sutton/following.csv?sort=name").get(1)).startsWith("Daniel_Bates@");
        assertThat(lines("/@Sutton/following.csv?show=deactivated")).hasSize(1);
        var link = sutton.page("/@Sutton/following?show=private").select("a[download]");
        assertThat(link.eachAttr("href"))
                .containsExactly("/@Sutton/following.csv?show=private", "/@Sutton/following.json?show=private");
    }

    @Test
    void theListOfSomebodyElseIsNoFile() {
        assertThat(sutton.status("/@Daniel_Bates/following.csv")).isEqualTo(404);
        assertThat(sutton.page("/@Daniel_Bates/following").select("a[download]"))
                .isEmpty();
        assertThat(Browser.visitor().status("/@Sutton/following.csv")).isEqualTo(303);
        assertThat(sutton.status("/@Sutton/following.xml")).isEqualTo(404);
    }

    @Test
    void aLongListIsReadInPieces() {
        Transactions.run(() -> {
            User.getEntityManager().createNativeQuery("""
                    insert into users (username, username_key, created_at)
                    select 'Reader ' || n, 'reader_' || n, now() from generate_series(1, 2500) n
                    """).executeUpdate();
            User.getEntityManager().createNativeQuery("""
                    insert into follows (follower_id, followed_id, timestamp)
                    select id, (select id from users where username = 'Sutton'), now() from users
                    where username like 'Reader %'
                    """).executeUpdate();
        });
        assertThat(lines("/@Sutton/followers.csv")).hasSize(2502).doesNotHaveDuplicates();
        assertThat(lines("/@Sutton/followers.csv?q=reader&sort=name")).hasSize(2501);
        Transactions.sql("""
                insert into follows (follower_id, followed_id, timestamp)
                select followed_id, follower_id, now() from follows f join users u on u.id = f.follower_id
                where u.username like 'Reader %' and u.id % 2 = 0
                """);
        assertThat(lines("/@Sutton/followers.csv?sort=known")).hasSize(2502).doesNotHaveDuplicates();
    }

    private List<String> lines(String path) {
        return sutton.request()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private static User user(String name) {
        return User.named(name).orElseThrow();
    }

    @Test
    void whereManyTakeTheirTimeTheNextIsToldToComeBack() {
        Download.AT_ONCE.drainPermits();
        try {
            var answer = Browser.of("Sutton").request().get("/@Sutton/followers.csv");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        } finally {
            Download.AT_ONCE.release(Download.MOST);
        }
        assertThat(Browser.of("Sutton").status("/@Sutton/followers.csv")).isEqualTo(200);
    }
}
