package dev.retinue.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of PostgreSQL, where the library that brings them has unpacked them. */
class Programs {

    /** Of the archives for several machines, which change together. */
    private static final String ARCHIVE = "postgres-linux-x86_64.txz";

    /** What the library writes beside programs that are whole. */
    private static final String WHOLE = ".exists";

    private static final Integer ROOT = 0;

    private final Path editions;

    private final Path edition;

    Programs(DataDirectory data) throws IOException {
        // A private folder: the library lets everyone write to the one it unpacks into
        editions = data.folder("postgres-binaries");
        edition = editions.resolve(System.getProperty("os.arch") + "-" + checksum());
    }

    /** Of what is unpacked, which the table of the jar tells, where the library reads all of it. */
    private static String checksum() throws IOException {
        var archive = EmbeddedPostgres.class.getClassLoader().getResource(ARCHIVE);
        var connection = (JarURLConnection) archive.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            return Long.toHexString(jar.getEntry(ARCHIVE).getCrc());
        }
    }

    /** Where the library is to unpack them. */
    File folder() {
        return edition.toFile();
    }

    boolean areWhole() {
        return whole().isPresent();
    }

    private Optional<File> whole() {
        return Stream.ofNullable(folder().listFiles())
                .flatMap(Stream::of)
                .filter(programs -> new File(programs, WHOLE).exists())
                .findAny();
    }

    /** Deletes those of another version, and those unpacked by half, which the library takes for whole. Nobody uses them. */
    void clear() throws IOException {
        try (var all = Files.newDirectoryStream(editions)) {
            for (var each : all) {
                delete(each);
            }
        }
    }

    /** A start of the server of these files, which goes on for itself and writes what it has to say into the log. */
    Process start(Path files, List<String> options, Path log) throws IOException {
        var pgCtl = whole().orElseThrow().toPath().resolve("bin").resolve("pg_ctl");
        var start = Stream.of(
                pgCtl.toString(),
                "-D",
                files.toString(),
                "-l",
                log.toString(),
                "-o",
                String.join(" ", options),
                "start");
        return new ProcessBuilder(Stream.concat(asNobody(), start).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** PostgreSQL does not run as root. */
    private static Stream<String> asNobody() throws IOException {
        var user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        return ROOT.equals(user) ? Stream.of("unshare", "-U") : Stream.empty();
    }

    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
