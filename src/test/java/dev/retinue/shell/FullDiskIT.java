package dev.retinue.shell;

import static dev.retinue.support.Answers.promised;

import dev.retinue.support.Followers;
import dev.retinue.support.Jar;
import dev.retinue.support.Member;
import dev.retinue.support.Postgres;
import dev.retinue.support.SmallDisk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members see while the disk of the database is full, and when there is room again. */
class FullDiskIT {

    private static final String MIRA = "/@Mira";

    @TempDir
    Path folder;

    @Test
    void whoIsToldToFollowDoesAndAllOthersHaveToWait() throws Exception {
        try (var disk = new SmallDisk(folder.resolve("disk"), 256);
                var database = new Postgres(folder.resolve("disk/database"));
                var jar = Jar.serving(folder.resolve("site"), database.options())) {
            Member.signedUp(jar, "Mira");
            var followers = Followers.of(200, database);
            roomInTheLog(database);
            disk.fill();
            var answers = followers.follow(jar, MIRA);
            promised(answers);
            Member.visitor().page(jar, MIRA);
            disk.empty();
            followers.assertAllIsWell(answers, jar, MIRA, database);
        }
    }

    /** PostgreSQL does not go on without its log, which has files of 16 MB: it is the tables that find no room. */
    private static void roomInTheLog(Postgres database) throws Exception {
        try (var connection = database.connection()) {
            connection.createStatement().execute("checkpoint; select pg_switch_wal(); checkpoint");
        }
    }
}
