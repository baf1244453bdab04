package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.hibernate.orm.panache.Panache;
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
                        "Sutton: followers 0 -> 0, following 0 -> 1",
                        "Daniel Bates: followers 0 -> 2, following 0 -> 0",
                        "Mira: followers 0 -> 0, following 0 -> 1",
                        "Priya: followers 7 -> 0, following 0 -> 0");
        assertThat(differences()).isEmpty();
    }

    @Test
    void missingCountsAreMade() {
        sql("insert into follows (follower_id, followed_id) values (1, 2)");
        sql("delete from follow_counts");
        assertThat(differences()).hasSize(2);
        assertThat(Transactions.count(() -> FollowCounts.count())).isEqualTo(4);
    }

    private List<String> differences() {
        var found = new ArrayList<String>();
        repair.run(difference -> found.add(difference.toString()));
        return found;
    }

    private static void sql(String statement) {
        Transactions.run(
                () -> Panache.getEntityManager().createNativeQuery(statement).executeUpdate());
    }
}
