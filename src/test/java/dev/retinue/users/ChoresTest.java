package dev.retinue.users;

import static dev.retinue.support.Transactions.number;
import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.sql.Original;
import dev.retinue.sql.Retry;
import dev.retinue.support.Entries;
import dev.retinue.support.Patience;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.web.PageCache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done in steps for Sutton, whom 1,200 people follow: more than two steps of them. */
@QuarkusTest
class ChoresTest extends RetinueTest {

    private static final int FANS = 1_200;

    @Inject
    Chores chores;

    @Inject
    CountRepair repair;

    @Inject
    PageCache pages;

    @Inject
    Original original;

    @BeforeEach
    void manyFollow() {
        cast.fansOf("Sutton", FANS);
    }

    @Test
    void whoLeavesIsHiddenFromAllAndComesBackToAll() {
        inTransaction(User::deactivate);
        chores.run();
        assertThat(number("select count(*) from follow_counts where following = 1"))
                .isZero();
        assertThat(number("select count(*) from follow_counts where hidden_following = 1"))
                .isEqualTo(FANS);
        Transactions.run(() -> assertThat(sutton().comeBack()).isTrue());
        chores.run();
        assertThat(number("select count(*) from follow_counts where following = 1"))
                .isEqualTo(FANS);
        assertThat(number("select count(*) from chores")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Chore.Kind.class)
    void whatWasInterruptedIsTakenUpByAnother(Chore.Kind kind) {
        sql("update users set private_since = now()");
        Transactions.run(() -> Chore.queue(sutton(), kind));
        var interrupted =
                new Errand(Transactions.ask(() -> Chore.of(sutton(), kind).orElseThrow()));
        interrupted.step();
        chores.run();
        assertThat(interrupted.step()).isFalse();
        assertThat(number("select count(*) from chores")).isZero();
        assertCountsAgree();
    }

    /** 500 entries, each perhaps with its version from before it was hidden: not those of everyone. */
    @Test
    void whoIsDoneIsPassedOverAStepAtATime() {
        inTransaction(User::deactivate);
        chores.run();
        sql("analyze follows");
        var again = Hiding.all(Transactions.ask(ChoresTest::sutton).id, true).get(0);
        assertThat(Entries.read("follows", again::step)).isBetween(500L, 1_000L);
    }

    @Test
    void whoComesBackHalfWayIsBackForAll() {
        inTransaction(User::deactivate);
        new Errand(Transactions.ask(() -> Chore.of(sutton(), Chore.Kind.HIDE).orElseThrow())).step();
        inTransaction(User::comeBack);
        chores.run();
        assertThat(number("select count(*) from follow_counts where following = 1"))
                .isEqualTo(FANS);
        assertCountsAgree();
    }

    @Test
    void twoInstancesDoTheSameChoresAtOnce() {
        inTransaction(User::deactivate);
        var both = Stream.generate(() -> CompletableFuture.runAsync(chores::run))
                .limit(2)
                .toList();
        both.forEach(CompletableFuture::join);
        assertThat(number("select count(*) from follow_counts where hidden_following = 1"))
                .isEqualTo(FANS);
        assertCountsAgree();
    }

    @Test
    void whatAnotherInstanceIsAtIsLeftToIt() {
        inTransaction(User::deactivate);
        var hiding = Transactions.ask(() -> Chore.of(sutton(), Chore.Kind.HIDE).orElseThrow());
        Transactions.run(() -> {
            assertThat(hiding.taken()).isTrue();
            CompletableFuture.runAsync(chores::run).join();
        });
        assertThat(number("select sum(hidden_following) from follow_counts")).isZero();
        chores.run();
        assertThat(number("select sum(hidden_following) from follow_counts")).isEqualTo(FANS);
    }

    @Test
    void whoeverIsHeldForLongIsWaitedForWithoutTheOthersOfTheStep() {
        inTransaction(User::deactivate);
        Transactions.run(() -> {
            Hold.of(User.named("fan 7").orElseThrow().id, List.of());
            var steps = CompletableFuture.runAsync(chores::run);
            steps.orTimeout(4, TimeUnit.SECONDS).join();
        });
        assertThat(number("select sum(hidden_following) from follow_counts")).isLessThan(FANS);
        chores.run();
        assertThat(number("select sum(hidden_following) from follow_counts")).isEqualTo(FANS);
    }

    @Test
    void whatFailsKeepsNothingElseFromBeingDoneAndIsDoneTheNextTime() {
        cast.follow("Mira", "Daniel Bates");
        sql("update follow_counts set following = 0 where user_id = (select id from users where username = 'fan 7')");
        inTransaction(User::deactivate);
        Transactions.run(() -> User.named("Daniel Bates").orElseThrow().deactivate());
        chores.run();
        assertThat(number("select user_id from chores")).isEqualTo(sutton().id);
        sql("update follow_counts set following = 1 where user_id = (select id from users where username = 'fan 7')");
        chores.run();
        assertThat(number("select count(*) from chores")).isZero();
        assertThat(number("select sum(hidden_following) from follow_counts")).isEqualTo(FANS + 1);
    }

    @Test
    void theChoresAreDoneInTheBackground() throws InterruptedException {
        inTransaction(User::deactivate);
        var background = new Chores();
        background.wanted = true;
        background.pages = pages;
        background.original = original;
        background.start(new StartupEvent());
        Patience.until(() -> number("select count(*) from chores") == 0);
        inTransaction(User::comeBack);
        background.begin(
                Transactions.ask(() -> Chore.of(sutton(), Chore.Kind.SHOW).orElseThrow()));
        Patience.until(() -> number("select count(*) from chores") == 0);
        background.stop(new ShutdownEvent());
        assertThat(number("select count(*) from follow_counts where following = 1"))
                .isEqualTo(FANS);
    }

    @Test
    void peopleFollowAndUnfollowWhileTheChoresAreDone() {
        inTransaction(User::deactivate);
        var work = CompletableFuture.runAsync(chores::run);
        for (var i = 1; i <= 200; i++) {
            var fan = "fan " + i;
            Retry.run(() -> {
                User.named(fan).orElseThrow().unfollow(sutton());
            });
        }
        work.join();
        assertThat(number("select count(*) from follows")).isEqualTo(FANS - 200);
        assertCountsAgree();
    }

    @Test
    void whoIsDeletedGoesWithEveryFollow() {
        sutton().delete();
        assertThat(number("select count(*) from follows")).isZero();
        assertThat(number("select count(*) from follow_events where kind = 'REMOVED'"))
                .isEqualTo(FANS);
        assertThat(number("select sum(following + hidden_following) from follow_counts"))
                .isZero();
    }

    private void assertCountsAgree() {
        assertThat(repair.wrong()).isZero();
    }

    private static User sutton() {
        return User.named("Sutton").orElseThrow();
    }

    private static void inTransaction(Consumer<User> verb) {
        Transactions.run(() -> verb.accept(sutton()));
    }
}
