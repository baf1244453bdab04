package dev.retinue.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.CountRepair;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecountTest extends RetinueTest {

    @Inject
    CountRepair repair;

    @Inject
    Recount recount;

    @Test
    void recountSaysWhatDiffered() throws IOException {
        wrong("user_id = 1");
        assertThat(output()).isEqualTo("""
                Sutton: followers 9 -> 0
                1 had wrong counts, which are right now.
                """);
        assertThat(output()).isEmpty();
    }

    @Test
    void ofManyItNamesTheFirstFew() throws IOException {
        for (var i = 0; i < 30; i++) {
            cast.user("member " + i);
        }
        wrong("user_id > 4");
        assertThat(output().lines())
                .hasSize(22)
                .endsWith("... and 10 more.", "30 had wrong counts, which are right now.");
    }

    private String output() throws IOException {
        var bytes = new ByteArrayOutputStream();
        recount.repaired(repair.last()).print(new PrintStream(bytes, true, UTF_8));
        return bytes.toString(UTF_8);
    }

    private static void wrong(String whose) {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update follow_counts set followers = 9 where " + whose)
                .executeUpdate());
    }
}
