package dev.retinue.database;

import static dev.retinue.support.SqlRule.A_LOCK_IS_BY_ONE_KEY;
import static dev.retinue.support.SqlRule.CONFLICTS_ARE_OF_VALUES;
import static dev.retinue.support.SqlRule.FOLLOWS_ARE_NOT_JOINED_WITH_FOLLOWS;
import static dev.retinue.support.SqlRule.NO_ROW_ASKS_FOR_FOLLOWS;
import static dev.retinue.support.SqlRule.ONE_TABLE_IS_CHANGED;
import static dev.retinue.support.SqlRule.WHAT_IS_UPDATED_IS_KNOWN_BEFORE;
import static dev.retinue.support.SqlRule.WHO_FOLLOWS_IS_READ_IN_THE_CIRCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retinue.support.SqlRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlRuleTest {

    @ParameterizedTest
    @MethodSource
    void aStatementThatBreaksARuleIsFound(SqlRule rule, String breaks, String keeps) {
        assertThat(SqlRule.brokenBy(breaks)).containsExactly(rule);
        assertThat(SqlRule.brokenBy(keeps)).isEmpty();
    }

    static Stream<Arguments> aStatementThatBreaksARuleIsFound() {
        return Stream.of(
                arguments(
                        CONFLICTS_ARE_OF_VALUES,
                        "insert into follows (follower_id, followed_id) select id, ? from users on conflict do nothing",
                        "insert into follows (follower_id, followed_id) values (?, ?) on conflict do nothing"),
                arguments(
                        A_LOCK_IS_BY_ONE_KEY,
                        "select * from follow_counts where user_id in (?, ?) order by user_id for update",
                        "select id from users u where u.id=? for no key update"),
                arguments(
                        WHAT_IS_UPDATED_IS_KNOWN_BEFORE,
                        "insert into visits values (?, ?) on conflict (user_id) do update set latest = now()",
                        "insert into visits values (?, now()) on conflict (user_id) do update set latest = excluded.latest"),
                arguments(
                        ONE_TABLE_IS_CHANGED,
                        "with gone as (delete from visits returning *) insert into feeds select * from gone",
                        "insert into visits values (?, ?) on conflict (user_id) do update set latest = excluded.latest"),
                arguments(
                        FOLLOWS_ARE_NOT_JOINED_WITH_FOLLOWS,
                        "select count(*) from follows f join follows back on back.follower_id = f.followed_id",
                        """
                        select count(*) from follows f join users u on u.id = f.followed_id
                        where f.follower_id = ? and f.followed_id in (select followed_id from follows where follower_id = ?)
                        """),
                arguments(FOLLOWS_ARE_NOT_JOINED_WITH_FOLLOWS, """
                        with known as (
                            select f.followed_id from (select followed_id from follows where follower_id = ? limit (7500)) mine
                            cross join lateral (
                                select followed_id from follows where follower_id = ? offset 0) f)
                        select count(*) from known
                        """, """
                        select count(*) from (select followed_id from follows where follower_id = ?) mine
                        join users u on u.id = mine.followed_id
                        where u.id in (select followed_id from follows where follower_id = ?)
                        """),
                arguments(NO_ROW_ASKS_FOR_FOLLOWS, """
                        select u.username from users u
                        where exists (select from follows f where f.follower_id = ? and f.followed_id = u.id)
                        """, """
                        with u as (select id from users where username_key = ?)
                        select array(select note from follows f where f.follower_id = ? and f.followed_id = (select id from u))
                        """),
                arguments(
                        WHO_FOLLOWS_IS_READ_IN_THE_CIRCLE,
                        "select * from users where id = any(array(select follower_id from follows where followed_id = ?))",
                        "select * from follows f1_0 where f1_0.followed_id = ? and f1_0.follower_id = any(?)"));
    }
}
