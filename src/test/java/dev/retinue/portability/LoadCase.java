package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.CountRepair;
import dev.retinue.users.Follow;
import dev.retinue.users.FollowEvent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Loads files of follows, and looks whether everything agrees with them afterwards. */
abstract class LoadCase extends RetinueTest {

    @Inject
    Load load;

    @Inject
    CountRepair repair;

    @TempDir
    Path folder;

    LoadReport load(String rows) throws IOException, SQLException {
        return load.run(file(rows), new Silence());
    }

    LoadReport load(Path file) throws IOException, SQLException {
        return load.run(new FollowFile(file), new Silence());
    }

    FollowFile file(String rows) throws IOException {
        var file = folder.resolve("follows.csv");
        Files.writeString(file, rows);
        return new FollowFile(file);
    }

    static List<String> skipped(LoadReport report) {
        return report.skipped().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().rows() + " "
                        + each.getValue().firstLines())
                .toList();
    }

    void assertEverythingAgrees(long follows) {
        var wrong = new ArrayList<CountRepair.Difference>();
        repair.run(wrong::add);
        assertThat(wrong).isEmpty();
        assertThat(Transactions.count(() -> Follow.count())).isEqualTo(follows);
        assertThat(Transactions.count(() -> FollowEvent.count())).isEqualTo(follows);
    }

    private static class Silence implements Progress {
        @Override
        public void advance(long bytes) {}

        @Override
        public void step(String words) {}
    }
}
