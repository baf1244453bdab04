package dev.retinue.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.FaultProxy;
import dev.retinue.support.Jar;
import dev.retinue.support.Member;
import dev.retinue.support.Postgres;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the database is asked, as it may be far away: no more often than there are statements. */
class QuestionsIT {

    /** A statement is prepared once a connection has sent it five times, and the driver may ask more from then on. */
    private static final int TURNS = 20;

    private static final String MIRA = "/@Mira";

    /** A follow and its end are two statements; the last of each makes itself lasting. */
    private static final int BEGUN_AND_ENDED = 2 + 2;

    @TempDir
    Path folder;

    @Test
    void everyStatementOfPagesAndFollowsIsOneQuestion() throws Exception {
        try (var database = new Postgres(folder.resolve("database"));
                var proxy = new FaultProxy(database.port());
                var jar = Jar.serving(folder.resolve("site"), database.options(proxy.port()))) {
            var sutton = Member.signedUp(jar, "Sutton");
            Member.signedUp(jar, "Mira").post(jar, "/@Sutton/follow");
            assertThat(fewest(proxy, () -> sutton.page(jar, MIRA))).isEqualTo(1);
            assertThat(fewest(proxy, () -> sutton.page(jar, "/@Sutton/followers")))
                    .isEqualTo(3);
            assertThat(fewest(proxy, () -> {
                        sutton.post(jar, MIRA + "/follow").then().statusCode(303);
                        sutton.post(jar, MIRA + "/unfollow").then().statusCode(303);
                    }))
                    .isEqualTo(BEGUN_AND_ENDED);
        }
    }

    /** Beside a page, the site looks after its connections and its chores. */
    private static long fewest(FaultProxy proxy, Runnable page) {
        return LongStream.range(0, TURNS)
                .map(turn -> {
                    var before = proxy.questions();
                    page.run();
                    return proxy.questions() - before;
                })
                .skip(TURNS / 2)
                .min()
                .orElseThrow();
    }
}
