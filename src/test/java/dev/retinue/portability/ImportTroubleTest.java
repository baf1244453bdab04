package dev.retinue.portability;

import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Transactions;
import dev.retinue.users.Staying;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes of an import where something is in its way. */
@QuarkusTest
class ImportTroubleTest extends ImportPages {

    @Test
    void aRowThatFailsKeepsNoOtherFromBeingDone() {
        IntStream.rangeClosed(1, 50).forEach(i -> cast.user("Reader " + i));
        sent(IntStream.rangeClosed(1, 50).mapToObj(i -> "Reader " + i).collect(Collectors.joining("\n")));
        var third = Transactions.ask(() -> user("Reader 3").id);
        sql("alter table follows add constraint nobody_follows_reader_3 check (followed_id <> " + third + ")");
        try {
            assertThat(carriedOut().select(".tally li").eachText())
                    .containsExactlyInAnyOrder("49 followed", "1 did not work");
        } finally {
            sql("alter table follows drop constraint nobody_follows_reader_3");
        }
    }

    @Test
    void whoWasDeclinedFollowsByAFileOnceTheAccountIsPublic() {
        sql("""
                insert into follow_requests (follower_id, followed_id, timestamp, declined_at) select s.id, d.id, now(), now()
                from users s, users d where s.username = 'Sutton' and d.username = 'Daniel Bates'
                """);
        sent("Daniel Bates\n");
        assertThat(carriedOut().select(".tally li").eachText()).containsExactly("1 followed");
        assertThat(following()).containsExactly("Daniel Bates");
    }

    @Test
    void whoeverIsHeldBySomebodyElseIsWaitedFor() {
        sent("Daniel Bates\nMira\n");
        start();
        Transactions.run(() -> {
            user("Daniel Bates").goPrivate(Staying.ALL);
            CompletableFuture.runAsync(imports::run).join();
        });
        assertThat(following()).isEmpty();
        assertThat(carriedOut().select(".tally li").eachText())
                .containsExactlyInAnyOrder("1 followed", "1 asked, and will answer");
    }

    @Test
    void whereNobodyCanBeRemovedTheOthersAreFollowedAllTheSame() {
        cast.follow("Sutton", "Mira");
        sent("following.csv", "Daniel Bates\n", "", true);
        sql("alter table follow_events add constraint nobody_leaves check (kind <> 'UNFOLLOWED')");
        try {
            assertThat(carriedOut().select(".tally li").eachText()).containsExactly("1 followed");
            assertThat(following()).containsExactlyInAnyOrder("Mira", "Daniel Bates");
        } finally {
            sql("alter table follow_events drop constraint nobody_leaves");
        }
    }

    @Test
    void somebodyWhoIsGoneWhenTheirTurnComesIsUnknown() {
        sent("Daniel Bates\nMira\n");
        Transactions.run(() -> user("Mira").delete());
        assertThat(carriedOut().select("tbody tr").eachText())
                .containsExactly("1 Daniel Bates Daniel Bates followed", "2 Mira nobody here has that name");
    }

    @Test
    void whoeverHasLeftTheAccountGoesOnWhenTheyAreBack() {
        sent("Daniel Bates\n");
        start();
        Transactions.run(() -> user("Sutton").deactivate());
        imports.run();
        Transactions.run(() -> user("Sutton").comeBack());
        assertThat(following()).isEmpty();
        imports.run();
        assertThat(following()).containsExactly("Daniel Bates");
    }
}
