package dev.retinue.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

@QuarkusTest
class CheckTest extends RetinueTest {

    private record Answer(int code, String output) {}

    @Inject
    IFactory factory;

    @Test
    void whereEverythingHoldsCheckSaysSoOfEachRule() {
        cast.follow("Sutton", "Daniel Bates");
        var answer = check();
        assertThat(answer.code).isZero();
        assertThat(answer.output.lines()).hasSize(7).allMatch(line -> line.contains(" holds ("));
    }

    @Test
    void checkSaysWhatDoesNotHoldAndRepairMendsIt() {
        cast.follow("Sutton", "Daniel Bates");
        sql("insert into blocks (blocker_id, blocked_id, timestamp) values (2, 1, now())");
        sql("update follow_counts set followers = 9 where user_id = 3");
        var found = check();
        assertThat(found.code).isEqualTo(1);
        assertThat(found.output)
                .containsPattern("No follow beside a block +1 violations")
                .contains("users 1 -> 2")
                .containsPattern("Every count is the length of its list +1 violations");
        assertThat(check("--repair").code).isZero();
        assertThat(check().code).isZero();
    }

    private Answer check(String... options) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            var code = new CommandLine(Check.class, factory).execute(options);
            return new Answer(code, bytes.toString(UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private static void sql(String statement) {
        Transactions.run(
                () -> User.getEntityManager().createNativeQuery(statement).executeUpdate());
    }
}
