package dev.retinue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Followers;
import dev.retinue.support.Jar;
import dev.retinue.support.Member;
import dev.retinue.support.Nginx;
import dev.retinue.support.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances behind nginx, of which the operator restarts one and then the other, as src/docs/operations.md tells. */
class RollingRestartIT {

    private static final String MIRA = "/@Mira";

    @TempDir
    Path folder;

    private final List<Jar> jars = new ArrayList<>();

    private final AtomicBoolean over = new AtomicBoolean();

    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    @Test
    void nobodySeesAnErrorMeanwhile() throws Exception {
        try (var database = new Postgres(folder.resolve("database"))) {
            var one = serving(database);
            var other = serving(database);
            Member.signedUp(one, "Mira");
            var followers = Followers.of(8, database);
            try (var nginx = new Nginx(folder.resolve("nginx"), one, other)) {
                var use = use(nginx, followers);
                nginx.leadTo(other);
                one.close();
                var newOne = serving(database);
                nginx.leadTo(newOne);
                other.close();
                nginx.leadTo(newOne, serving(database));
                over.set(true);
                for (var each : use) {
                    each.get(1, TimeUnit.MINUTES);
                }
            }
            assertThat(statuses).hasSizeGreaterThan(100).containsOnly(200, 303);
        }
    }

    @AfterEach
    void end() throws IOException {
        over.set(true);
        for (var jar : jars) {
            jar.close();
        }
    }

    private Jar serving(Postgres database) throws Exception {
        var options = Stream.concat(
                Stream.of(database.options()),
                Stream.of("-Dretinue.limits.a-minute=1000000", "-Dretinue.chores=false"));
        var jar = Jar.serving(folder.resolve("site"), options.toArray(String[]::new));
        jars.add(jar);
        return jar;
    }

    /** Each of them looks, follows, looks and unfollows until it is over. */
    private List<? extends Future<?>> use(Nginx nginx, Followers followers) {
        var people = Executors.newFixedThreadPool(followers.members().size());
        var use = followers.members().stream()
                .map(member -> people.submit(() -> {
                    while (!over.get()) {
                        use(nginx, member);
                    }
                }))
                .toList();
        people.shutdown();
        return use;
    }

    private void use(Nginx nginx, Member member) {
        statuses.add(nginx.request().get(MIRA).statusCode());
        statuses.add(member.post(nginx, MIRA + "/follow").statusCode());
        statuses.add(member.at(nginx).get(MIRA).statusCode());
        statuses.add(member.post(nginx, MIRA + "/unfollow").statusCode());
    }
}
