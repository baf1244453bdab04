package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.Chores;
import dev.retinue.users.CountRepair;
import dev.retinue.users.Follow;
import dev.retinue.users.FollowEvent;
import dev.retinue.users.Invariants;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class LoadTest extends RetinueTest {

    @Inject
    Load load;

    @Inject
    AgroalDataSource database;

    @Inject
    CountRepair repair;

    @Inject
    Chores chores;

    @Inject
    Invariants invariants;

    @TempDir
    Path folder;

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
    void theDatabaseKnowsTheSizeOfWhatWasLoaded() throws Exception {
        load("a,b\nb,c\nc,a\nc,b\n");
        var size = "select cast(reltuples as bigint) from pg_class where relname = 'follows'";
        assertThat(Transactions.ask(
                        () -> User.getEntityManager().createNativeQuery(size).getSingleResult()))
                .isEqualTo(4L);
    }

    @Test
    void theIndexesAreAfterwardsAsTheyWere() throws Exception {
        var definition = "pg_get_indexdef(indexrelid) || "
                + "coalesce((select pg_get_constraintdef(oid) from pg_constraint where conindid = indexrelid), '')";
        var before = indexes(definition);
        load("a,b\nb,c\n");
        assertThat(indexes(definition)).isEqualTo(before);
    }

    @Test
    void whoeverElseIsConnectedKeepsTheIndexesWhereTheyAre() throws Exception {
        var before = indexes("cast(indexrelid as bigint)");
        try (var other = database.getConnection()) {
            Load.update(other, "set application_name = 'somebody else'");
            load("a,b\nb,c\n");
            Load.update(other, "reset application_name");
        }
        assertThat(indexes("cast(indexrelid as bigint)")).isEqualTo(before);
        assertEverythingAgrees(2);
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
    void aFileNeedsNoHeaderAndMayBeGzipped() throws Exception {
        var file = folder.resolve("follows.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("Sutton,Mira\r\n\"Mira\",\"Sutton\"".getBytes(UTF_8));
        }
        assertThat(load(file).follows()).isEqualTo(2);
    }

    @Test
    void aHeaderInAnyCaseBehindAByteOrderMarkIsAHeader() throws Exception {
        var report = load("\uFEFFFollower,Followed\nSutton,Mira\n");
        assertThat(report.follows()).isEqualTo(1);
        assertThat(report.skipped()).isEmpty();
        assertThat(load("\uFEFFMira,Sutton\n").follows()).isEqualTo(1);
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
    void whatCannotBeLoadedIsCountedByKindWithItsFirstLines() throws Exception {
        var report = load("""
                follower,followed
                a,b
                a
                a,b,c
                a,A
                a,b/c
                ,b
                B,c
                b,C
                A,b
                """);
        assertThat(report.follows()).isEqualTo(2);
        assertThat(skipped(report))
                .containsExactlyInAnyOrder(
                        "NOT_TWO_COLUMNS 2 [3, 4]",
                        "SELF_FOLLOW 1 [5]",
                        "NOT_A_USERNAME 2 [6, 7]",
                        "TWICE_IN_FILE 2 [9, 10]");
        assertEverythingAgrees(2);
    }

    @Test
    void rowsBehindAQuoteThatIsNeverClosedAreCounted() throws Exception {
        var report = load("a,b\nc,\"d\ne,f\ng,h\n");
        assertThat(report.follows()).isEqualTo(1);
        assertThat(skipped(report))
                .singleElement()
                .asString()
                .startsWith("BROKEN_QUOTE")
                .contains("[2, 3, 4");
    }

    @Test
    void onlyTheFirstFewLinesAreNamed() throws Exception {
        var report = load("x\n".repeat(100));
        assertThat(skipped(report)).containsExactly("NOT_TWO_COLUMNS 100 [1, 2, 3, 4, 5]");
    }

    @Test
    void anEmptyFileAndOneOfGarbageLoadNothing() throws Exception {
        assertThat(load("").follows()).isZero();
        var garbage = folder.resolve("garbage.csv");
        Files.write(garbage, "\u00ff\u0000\u0001,\"\u00fe\n\"\"\"\n".getBytes(ISO_8859_1));
        assertThat(load(garbage).follows()).isZero();
    }

    @Test
    void aFileThatBreaksOffChangesNothing() throws Exception {
        var file = folder.resolve("cut.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a,b\n".repeat(100_000).getBytes(UTF_8));
        }
        var whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20));
        assertThatThrownBy(() -> load(file)).hasRootCauseInstanceOf(java.io.EOFException.class);
        assertEverythingAgrees(0);
    }

    private static List<?> indexes(String what) {
        var sql = "select " + what + " from pg_index where indrelid in "
                + "(cast('follows' as regclass), cast('follow_events' as regclass)) order by 1";
        return Transactions.ask(
                () -> User.getEntityManager().createNativeQuery(sql).getResultList());
    }

    private LoadReport load(String rows) throws IOException, SQLException {
        var file = folder.resolve("follows.csv");
        Files.writeString(file, rows);
        return load(file);
    }

    private LoadReport load(Path file) throws IOException, SQLException {
        return load.run(new FollowFile(file), new Silence());
    }

    private static List<String> skipped(LoadReport report) {
        return report.skipped().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().rows() + " "
                        + each.getValue().firstLines())
                .toList();
    }

    private static String since() {
        return Transactions.ask(() ->
                Follow.<Follow>listAll().stream().map(Follow::toString).sorted().collect(Collectors.joining("\n")));
    }

    private void assertEverythingAgrees(long follows) {
        var wrong = new ArrayList<CountRepair.Difference>();
        repair.run(wrong::add);
        assertThat(wrong).isEmpty();
        assertThat(Transactions.count(() -> Follow.count())).isEqualTo(follows);
        assertThat(Transactions.count(() -> FollowEvent.count())).isEqualTo(follows);
    }

    private static class Silence implements Progress {
        @Override
        public void advance(long bytes) {}

        @Override
        public void step(String words) {}
    }
}
