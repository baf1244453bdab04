package dev.retinue.users;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountRepairTest extends RetinueTest {

    @Inject
    CountRepair repair;

    @Test
    void rightCountsStayAsTheyAre() {
        Transactions.run(() ->
                User.named("Sutton").orElseThrow().follow(User.named("Mira").orElseThrow()));
        assertThat(differences()).isEmpty();
    }

    @Test
    void wrongCountsAreRepairedAndNamed() {
        sql("insert into follows (follower_id, followed_id) values (1, 2), (3, 2)");
        sql("update follow_counts set followers = 7 where user_id = 4");
        assertThat(differences())
                .containsExactly(
                        "Sutton: following 0 -> 1",
                        "Daniel Bates: followers 0 -> 2",
                        "Mira: following 0 -> 1",
                        "Priya: followers 7 -> 0");
        assertThat(differences()).isEmpty();
    }

    @Test
    void privateAndHiddenFollowsAreCountedApart() {
        sql("insert into follows (follower_id, followed_id, private) values (1, 2, true)");
        sql("insert into follows (follower_id, followed_id, private, follower_hidden) values (3, 2, true, true)");
        assertThat(differences())
                .containsExactly(
                        "Sutton: private following 0 -> 1",
                        "Daniel Bates: private followers 0 -> 1, hidden followers 0 -> 1",
                        "Mira: private following 0 -> 1");
        assertThat(differences()).isEmpty();
    }

    @Test
    void missingCountsAreMade() {
        sql("insert into follows (follower_id, followed_id) values (1, 2)");
        sql("delete from follow_counts");
        assertThat(differences()).hasSize(2);
        assertThat(Transactions.count(() -> FollowCounts.count())).isEqualTo(4);
    }

    @Test
    void whoeverCameLaterIsNotLookedAt() {
        sql("update follow_counts set followers = 7 where user_id = 4");
        repair.run(0, difference -> fail(difference.toString()), (done, all) -> {});
        repair.run(3, difference -> fail(difference.toString()), (done, all) -> assertThat(done)
                .isEqualTo(3));
        assertThat(differences()).hasSize(1);
    }

    private List<String> differences() {
        var found = new ArrayList<String>();
        repair.run(difference -> found.add(difference.toString()));
        return found;
    }
}
