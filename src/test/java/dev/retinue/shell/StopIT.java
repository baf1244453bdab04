package dev.retinue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Jar;
import dev.retinue.support.Member;
import dev.retinue.support.Patience;
import dev.retinue.support.Postgres;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that is told to stop (SIGTERM) first does what it has begun. */
class StopIT {

    private static final String WAITING = "pg_stat_activity where wait_event_type = 'Lock'";

    @TempDir
    Path folder;

    @Test
    void whatIsUnderWayIsAnsweredAndNothingNewIsBegun() throws Exception {
        try (var database = new Postgres(folder.resolve("database"));
                var jar = Jar.serving(folder.resolve("site"), database.options())) {
            var sutton = Member.signedUp(jar, "Sutton");
            Member.signedUp(jar, "Mira");
            var people = Executors.newFixedThreadPool(2);
            try (var connection = database.connection()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("lock table follow_counts in access exclusive mode");
                var follow =
                        people.submit(() -> sutton.at(jar).post("/@Mira/follow").statusCode());
                var page = people.submit(() -> sutton.at(jar).get("/@Mira").statusCode());
                Patience.until(() -> database.count(WAITING) >= 2);
                jar.stop();
                jar.await("Waiting for HTTP requests to complete");
                assertThat(jar.request().get("/").statusCode()).isEqualTo(503);
                connection.rollback();
                assertThat(follow.get(1, TimeUnit.MINUTES)).isEqualTo(303);
                assertThat(page.get(1, TimeUnit.MINUTES)).isEqualTo(200);
            }
            people.shutdown();
            jar.awaitEnd();
            assertThat(database.count("follows")).isEqualTo(1);
        }
    }
}
