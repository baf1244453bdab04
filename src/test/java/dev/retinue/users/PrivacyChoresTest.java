package dev.retinue.users;

import static dev.retinue.support.Transactions.number;
import static dev.retinue.support.Transactions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done in steps when Sutton, whom 1,200 people follow, becomes private, and ceases to be. */
@QuarkusTest
class PrivacyChoresTest extends RetinueTest {

    private static final int FANS = 1_200;

    @Inject
    Chores chores;

    @Inject
    CountRepair repair;

    @BeforeEach
    void manyFollow() {
        cast.fansOf("Sutton", FANS);
    }

    @ParameterizedTest
    @EnumSource(Staying.class)
    void goingPrivateKeepsWhomItIsToKeep(Staying staying) {
        Transactions.run(() -> sutton().follow(User.named("fan 7").orElseThrow()));
        inTransaction(user -> user.goPrivate(staying));
        chores.run();
        var kept = List.of((long) FANS, 1L, 0L).get(staying.ordinal());
        assertThat(number("select followers from follow_counts where user_id = " + sutton().id))
                .isEqualTo(kept);
        assertCountsAgree();
    }

    @Test
    void whoIsAcceptedWhileFollowersAreRemovedStays() {
        inTransaction(user -> user.goPrivate(Staying.NOBODY));
        var daniel = User.named("Daniel Bates").orElseThrow();
        Transactions.run(() -> daniel.follow(sutton()));
        Transactions.run(() -> sutton().with(daniel).accept());
        chores.run();
        assertThat(Transactions.ask(() -> daniel.follows(sutton()))).isTrue();
        assertThat(number("select count(*) from follows")).isEqualTo(1);
    }

    @Test
    void goingPublicAcceptsWhoWaitsAndNobodyWhoWasDeclined() {
        inTransaction(user -> user.goPrivate(Staying.NOBODY));
        chores.run();
        sql("""
                insert into follow_requests (follower_id, followed_id, timestamp, declined_at)
                select fan.id, sutton.id, now(), case when fan.id % 2 = 0 then now() end from users fan, users sutton
                where fan.username like 'fan %' and sutton.username = 'Sutton'""");
        inTransaction(User::goPublic);
        chores.run();
        assertThat(number("select count(*) from follows")).isEqualTo(FANS / 2);
        assertThat(number("select count(*) from follow_requests where declined_at is null"))
                .isZero();
        assertThat(number("select count(*) from follow_events where kind = 'ACCEPTED'"))
                .isEqualTo(FANS / 2);
        assertCountsAgree();
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
