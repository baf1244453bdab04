package dev.retinue.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * Writes everything in the database into one file, as it is at one moment, while members go on: a zip with each table as
 * COPY writes it, and a {@link Manifest}. Memory does not grow with the data.
 */
@ApplicationScoped
public class Backup {

    @Inject
    AgroalDataSource database;

    /**
     * Whole or not at all, and for the owner alone to read.
     *
     * @param step is told each table when it begins
     */
    public Manifest write(Path file, Consumer<String> step) throws IOException, SQLException {
        var draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                file.getFileName() + ".",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            var manifest = snapshot(draft, step);
            try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Manifest snapshot(Path draft, Consumer<String> step) throws IOException, SQLException {
        try (var connection = database.getConnection();
                var zip = new ZipOutputStream(Files.newOutputStream(draft))) {
            zip.setLevel(Deflater.BEST_SPEED);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
            var manifest = manifest(connection, zip, step);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.written().getBytes(UTF_8));
            connection.rollback();
            return manifest;
        }
    }

    private static Manifest manifest(Connection connection, ZipOutputStream zip, Consumer<String> step)
            throws IOException, SQLException {
        var time = Instant.now();
        var tables = new ArrayList<Manifest.Table>();
        for (var name : Tables.names(connection)) {
            step.accept(name);
            tables.add(table(connection, name, zip));
        }
        return new Manifest(Tables.version(connection), time, tables);
    }

    private static Manifest.Table table(Connection connection, String name, ZipOutputStream zip)
            throws IOException, SQLException {
        var columns = Tables.columns(connection, name);
        var last = Tables.lastNumber(connection, name);
        zip.putNextEntry(new ZipEntry(new Manifest.Table(name, columns, 0, last).entry()));
        var rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(Tables.copy(name, columns) + " to stdout", (OutputStream) zip);
        zip.closeEntry();
        return new Manifest.Table(name, columns, rows, last);
    }
}
