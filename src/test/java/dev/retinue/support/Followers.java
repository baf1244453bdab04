package dev.retinue.support;

import static dev.retinue.support.Answers.assertSoon;
import static dev.retinue.support.Answers.promised;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Members who all follow the same one, and nobody else follows anyone. */
public record Followers(List<Member> members) {

    private static final int AT_ONCE = 32;

    private static final long PAUSE_MILLIS = 50;

    /** So many, made without the form. */
    public static Followers of(int number, Postgres database) throws IOException, SQLException {
        try (var connection = database.connection()) {
            connection.createStatement().execute("""
                            insert into users (username, username_key, created_at)
                            select 'm' || n, 'm' || n, now() from generate_series(1, %d) n;
                            insert into follow_counts (user_id) select id from users where username ~ '^m[0-9]';
                            insert into sessions (id, user_id, device, created_at, seen_at)
                            select translate(rtrim(encode(sha256(convert_to('token-' || username, 'UTF8')), 'base64'), '='), '+/', '-_'),
                                id, '', now(), now() from users where username ~ '^m[0-9]'
                            """.formatted(number));
        }
        return new Followers(IntStream.rangeClosed(1, number)
                .mapToObj(n -> new Member("token-m" + n))
                .toList());
    }

    /** Each presses the button, some of them at once; does not wait for the answers. */
    public List<Future<Response>> follow(Site site, String profile) {
        var people = Executors.newFixedThreadPool(AT_ONCE);
        var answers = members.stream()
                .map(member -> people.submit(() -> {
                    var answer = member.post(site, profile + "/follow");
                    Thread.sleep(PAUSE_MILLIS);
                    return answer;
                }))
                .toList();
        people.shutdown();
        return answers;
    }

    /** Soon the page is there again; whoever was told so follows, and whoever was not can, too. */
    public void assertAllIsWell(List<Future<Response>> answers, Site site, String profile, Postgres database)
            throws Exception {
        assertSoon(() -> members.get(0).at(site).get(profile).statusCode() == 200);
        assertKept(promised(answers), database);
        for (var member : members) {
            member.post(site, profile + "/follow").then().statusCode(303);
        }
        assertThat(database.count("follows")).isEqualTo(members.size());
    }

    /** At least so many follow, and what happened and what is counted is that. */
    private static void assertKept(long promised, Postgres database) throws IOException, SQLException {
        assertThat(database.count("follows")).isGreaterThanOrEqualTo(promised);
        assertThat(database.count("""
                        (select (select count(*) from follows) = all(array[
                            (select count(*) from follow_events where kind = 'FOLLOWED'),
                            (select max(followers) from follow_counts),
                            (select sum(followers) from follow_counts),
                            (select sum(following) from follow_counts)]) as agree) found where agree""")).isEqualTo(1);
    }
}
