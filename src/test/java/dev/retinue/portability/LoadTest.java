package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Transactions;
import dev.retinue.users.Chores;
import dev.retinue.users.Follow;
import dev.retinue.users.Invariants;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a file of follows brings, and what stays as it is. */
@QuarkusTest
class LoadTest extends LoadCase {

    @Inject
    Chores chores;

    @Inject
    Invariants invariants;

    @Test
    void aFileOfFollowsIsLoadedWithTheUsersThatAreMissing() throws Exception {
        var report = load("follower,followed\nSutton,Daniel Bates\nLena,Sutton\nLena,Jonas Lind\n");
        assertThat(report.follows()).isEqualTo(3);
        assertThat(report.users()).isEqualTo(2);
        assertThat(report.skipped()).isEmpty();
        assertThat(Browser.visitor()
                        .page("/@Lena/following")
                        .select(".person a")
                        .eachText())
                .containsExactlyInAnyOrder("Sutton", "Jonas Lind");
        assertEverythingAgrees(3);
    }

    @Test
    void whatIsBetweenMembersIsKeptTo() throws Exception {
        Transactions.run(() -> {
            var daniel = User.named("Daniel Bates").orElseThrow();
            User.named("Sutton").orElseThrow().with(daniel).block();
            var mira = User.named("Mira").orElseThrow();
            mira.privateSince = Instant.now();
            User.named("Priya").orElseThrow().follow(mira);
        });
        Transactions.run(() -> User.named("Mira").orElseThrow().deactivate());
        chores.run();
        var report = load("Sutton,Daniel Bates\nDaniel Bates,Sutton\nPriya,Mira\nMira,Sutton\n");
        assertThat(skipped(report)).containsExactly("BLOCKED 2 [1, 2]");
        assertThat(report.follows()).isEqualTo(2);
        assertThat(Browser.visitor().page("/@Sutton/followers").select(".person"))
                .isEmpty();
        assertThat(repair.wrong()).isZero();
        assertThat(invariants.check()).allMatch(finding -> finding.violations() == 0);
    }

    @Test
    void aNameThatAMemberHadMeansThatMember() throws Exception {
        Transactions.run(() -> User.named("Sutton").orElseThrow().rename(Username.of("Sue")));
        var report = load("SUTTON,Mira\nSue,Mira\nMira,Sutton\nSutton,Sue\nMira,mira\n");
        assertThat(report.users()).isZero();
        assertThat(report.follows()).isEqualTo(2);
        assertThat(skipped(report)).containsExactlyInAnyOrder("TWICE_IN_FILE 1 [2]", "SELF_FOLLOW 2 [5, 4]");
        assertEverythingAgrees(2);
        assertThat(Browser.visitor().status("/@Sutton")).isEqualTo(308);
    }

    @Test
    void whatWasLoadedIsNotWhatAMemberBeganToFollowToday() throws Exception {
        load(IntStream.range(0, 500).mapToObj(i -> "Sutton,a" + i + "\n").collect(Collectors.joining()));
        assertThat(Browser.of("Sutton").post("/@Mira/follow").statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverIsNewHasAnIdInTheOrderInWhichTheyAreMet() throws Exception {
        load("Zoe,Yves\nYves,Adam\n");
        assertThat(Transactions.ask(() -> User.<User>list("username in ('Adam', 'Yves', 'Zoe') order by id").stream()
                        .map(user -> user.username)
                        .toList()))
                .containsExactly("Zoe", "Yves", "Adam");
    }

    @Test
    void aLongNameMeansOneUserHoweverOftenItIsWritten() throws Exception {
        var name = "Lena with a name that nobody remembers";
        var rows = "%1$s,Mira\nMira,%1$s\n%2$s,Mira\n%1$s,%2$s\n";
        var report = load(rows.formatted(name, name.toUpperCase(Locale.ROOT)));
        assertThat(report.users()).isEqualTo(1);
        assertThat(skipped(report)).containsExactlyInAnyOrder("TWICE_IN_FILE 1 [3]", "SELF_FOLLOW 1 [4]");
        assertThat(Transactions.ask(() -> User.named(name).orElseThrow().username))
                .isEqualTo(name);
        assertEverythingAgrees(2);
    }

    @Test
    void loadingAFileAgainChangesNothing() throws Exception {
        var rows = "a,b\nb,c\nc,a\n";
        load(rows);
        var since = since();
        var report = load(rows);
        assertThat(report.follows()).isZero();
        assertThat(report.users()).isZero();
        assertThat(skipped(report)).containsExactly("KNOWN 3 [1, 2, 3]");
        assertThat(since()).isEqualTo(since);
        assertEverythingAgrees(3);
    }

    @Test
    void whoeverIsNewCanBeFollowedAlthoughTheOtherEndIsRemovedMeanwhile() throws Exception {
        var report = load.run(
                file("Lena,Priya\nPriya,Jonas Lind\n"),
                new Meanwhile("Making the follows that are missing", this::removePriya));
        assertThat(report.users()).isEqualTo(2);
        assertThat(report.follows()).isZero();
        Browser.of("Sutton").postAndSee("/@Lena/follow");
        Browser.of("Sutton").postAndSee("/@Jonas_Lind/follow");
        assertEverythingAgrees(2);
    }

    private static String since() {
        return Transactions.ask(() ->
                Follow.<Follow>listAll().stream().map(Follow::toString).sorted().collect(Collectors.joining("\n")));
    }

    private void removePriya() {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("delete from users where username = 'Priya'")
                .executeUpdate());
    }

    /** Something that happens while a load is at that step. */
    private record Meanwhile(String when, Runnable what) implements Progress {

        @Override
        public void advance(long bytes) {}

        @Override
        public void step(String words) {
            if (words.equals(when)) {
                what.run();
            }
        }
    }
}
