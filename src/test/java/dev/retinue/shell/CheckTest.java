package dev.retinue.shell;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckTest extends RetinueTest {

    @Inject
    Console console;

    @Test
    void whereEverythingHoldsCheckSaysSoOfEachRule() {
        cast.follow("Sutton", "Daniel Bates");
        var answer = check();
        assertThat(answer.code()).isZero();
        assertThat(answer.output().lines()).hasSize(7).allMatch(line -> line.contains(" holds ("));
    }

    @Test
    void checkSaysWhatDoesNotHoldAndRepairMendsIt() {
        cast.follow("Sutton", "Daniel Bates");
        sql("insert into blocks (blocker_id, blocked_id, timestamp) values (2, 1, now())");
        sql("update follow_counts set followers = 9 where user_id = 3");
        var found = check();
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.output())
                .containsPattern("No follow beside a block +1 violations")
                .contains("users 1 -> 2")
                .containsPattern("Every count is the length of its list +1 violations");
        assertThat(check("--repair").code()).isZero();
        assertThat(check().code()).isZero();
    }

    private Console.Answer check(String... options) {
        return console.run(Stream.concat(Stream.of("check"), Stream.of(options)).toArray(String[]::new));
    }
}
