package dev.retinue.backup;

import static dev.retinue.support.Transactions.sql;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.support.Browser;
import dev.retinue.support.Pictures;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.CountRepair;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

@QuarkusTest
class BackupTest extends RetinueTest {

    @TempDir
    Path folder;

    @Inject
    Backup backup;

    @Inject
    Restoration restoration;

    @Inject
    Schema schema;

    @Inject
    CountRepair counts;

    @Inject
    AgroalDataSource database;

    private Path file;

    @BeforeEach
    void nothingIsWritten() {
        file = folder.resolve("retinue.zip");
    }

    /** Whatever a test left, the next one finds the tables of today. */
    @AfterEach
    void theTablesAreThoseOfToday() {
        schema.migrate();
    }

    @Test
    void everythingComesBackAsItWas() throws Exception {
        cast.follow("Sutton", "Daniel Bates");
        Transactions.run(() -> {
            user("Sutton")
                    .with(user("Daniel Bates"))
                    .note("tab\tnewline\nbackslash \\N \\. quote ' \" \u00e9\u4f60\ud83d\ude00");
            user("Mira").with(user("Priya")).block();
            User.create(Username.of("阿部 さくら")).orElseThrow().follow(user("Mira"));
            user("Mira").deactivate();
        });
        Browser.of("Sutton").upload("/settings/avatar", "picture", Pictures.WEBP);
        var before = contents();
        var manifest = backup.write(file, step -> {});
        assertThat(manifest.rows()).isGreaterThan(15);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining("glob:**retinue.zip").isDirectoryNotContaining("glob:**.part");
        empty();
        assertThat(restoration.read(file, step -> {})).isEqualTo(manifest);
        assertThat(contents()).isEqualTo(before);
        assertThat(Transactions.ask(() -> User.create(Username.of("Ines")).orElseThrow().id))
                .isGreaterThan(5);
    }

    @Test
    void aBackupIsOfOneMomentWhileMembersGoOn() throws Exception {
        for (var i = 0; i < 20; i++) {
            cast.user("Reader " + i);
        }
        var over = new AtomicBoolean();
        var members = Executors.newSingleThreadExecutor();
        members.submit(() -> {
            for (var i = 0; !over.get(); i++) {
                var reader = "Reader " + i % 20;
                Transactions.run(() -> {
                    var sutton = user("Sutton");
                    if (sutton.follows(user(reader))) {
                        sutton.unfollow(user(reader));
                    } else {
                        sutton.follow(user(reader));
                    }
                });
            }
        });
        for (var i = 0; i < 5; i++) {
            backup.write(folder.resolve(i + ".zip"), step -> {});
        }
        over.set(true);
        members.shutdown();
        assertThat(members.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        for (var i = 0; i < 5; i++) {
            empty();
            restoration.read(folder.resolve(i + ".zip"), step -> {});
            assertThat(counts.wrong()).isZero();
        }
    }

    @Test
    void aBackupOfAnEarlierVersionIsTakenBackToo() throws Exception {
        empty();
        schema.rebuild(16);
        sql(
                "insert into users (username, username_key, created_at) values ('Olaf', 'olaf', now()), ('Ines', 'ines', now())");
        sql("insert into follow_counts (user_id, following, followers) select id, id - 1, 2 - id from users");
        sql("insert into follows (follower_id, followed_id) values (2, 1)");
        assertThat(backup.write(file, step -> {}).schema()).isEqualTo(16);
        sql("truncate users cascade");
        schema.migrate();
        restoration.read(file, step -> {});
        assertThat(Transactions.ask(() -> User.named("ines")
                        .orElseThrow()
                        .follows(User.named("olaf").orElseThrow())))
                .isTrue();
        assertThat(counts.wrong()).isZero();
        assertThat(contents()).containsKey("visits");
    }

    @Test
    void whereThereAreMembersNothingIsTakenBack() throws Exception {
        backup.write(file, step -> {});
        var before = contents();
        refused("There are members here already.");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whatIsNoWholeBackupIsRefusedAndNothingChanged() throws Exception {
        cast.follow("Sutton", "Daniel Bates");
        backup.write(file, step -> {});
        var whole = Files.readAllBytes(file);
        var whatWas = contents();
        empty();
        var nothing = contents();
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        refused("This is no whole backup");
        for (var at = 100; at < whole.length - 2_000; at += 397) {
            var damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(file, damaged);
            assertThat(readOrRefused() ? whatWas : nothing).isEqualTo(contents());
            empty();
        }
        Files.writeString(file, "junk");
        refused("This is no whole backup");
        Files.write(file, whole);
        restoration.read(file, step -> {});
    }

    @Test
    void aBackupOfALaterVersionIsRefused() {
        var later = new Manifest(schema.newest() + 1, Instant.EPOCH, List.of());
        assertThatThrownBy(() -> {
                    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                        zip.putNextEntry(new ZipEntry("manifest.json"));
                        zip.write(later.written().getBytes(UTF_8));
                    }
                    restoration.read(file, step -> {});
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("of a later version");
    }

    /** Not every byte of a zip matters. */
    private boolean readOrRefused() throws SQLException {
        try {
            restoration.read(file, step -> {});
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void refused(String sentence) {
        assertThatThrownBy(() -> restoration.read(file, step -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(sentence);
    }

    private void empty() {
        sql("truncate users, follow_events, buckets restart identity cascade");
    }

    /** Every row of every table, as the database writes it. */
    private Map<String, String> contents() throws Exception {
        var contents = new TreeMap<String, String>();
        try (var connection = database.getConnection()) {
            for (var table : Tables.names(connection)) {
                var rows = new ByteArrayOutputStream();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + " order by 1, 2) to stdout", rows);
                contents.put(table, rows.toString(UTF_8));
            }
        }
        return contents;
    }

    private static User user(String name) {
        return User.named(name).orElseThrow();
    }
}
