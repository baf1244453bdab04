package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** In what form a file of follows is loaded, and what is told of rows that are not. */
@QuarkusTest
class LoadedFileTest extends LoadCase {

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
}
