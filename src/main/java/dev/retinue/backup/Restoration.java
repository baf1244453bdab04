package dev.retinue.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/**
 * Takes a {@link Backup} back into an empty database. All rows come in one transaction: killed at any moment, the database
 * is empty or whole.
 */
@ApplicationScoped
public class Restoration {

    private static final String IN_USE = "select 1 from users union all select 1 from follow_events limit 1";

    private static final String SERVED = """
            select 1 from pg_stat_activity where datname = current_database() and application_name = 'retinue serve'
            """;

    @Inject
    AgroalDataSource database;

    @Inject
    Schema schema;

    /**
     * @param step is told each table when it begins
     * @throws IOException where that cannot be, and nothing was changed
     */
    public Manifest read(Path file, Consumer<String> step) throws IOException, SQLException {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = manifest(zip);
            check(manifest);
            var older = manifest.schema() < schema.newest();
            if (older) {
                schema.rebuild(manifest.schema());
            }
            fill(zip, manifest, step);
            if (older) {
                schema.migrate();
            }
            return manifest;
        } catch (ZipException e) {
            throw new IOException("This is no whole backup: " + e.getMessage(), e);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new IOException("This is no backup of Retinue");
        }
        try (var in = zip.getInputStream(entry)) {
            return Manifest.parse(new String(in.readAllBytes(), UTF_8));
        }
    }

    private void check(Manifest manifest) throws IOException, SQLException {
        if (manifest.schema() > schema.newest()) {
            throw new IOException("This backup is of a later version of Retinue: restore it with that one");
        }
        try (var connection = database.getConnection()) {
            if (!Tables.column(connection, IN_USE).isEmpty()) {
                throw new IOException(
                        "There are members here already. Restore into an empty database, or a new directory with -Dretinue.data-dir=DIR");
            }
            if (!Tables.column(connection, SERVED).isEmpty()) {
                throw new IOException("Pages are served from this database. Stop that first");
            }
        }
    }

    private void fill(ZipFile zip, Manifest manifest, Consumer<String> step) throws IOException, SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var names = manifest.tables().stream().map(Manifest.Table::name).toList();
                for (var name : Tables.inOrder(connection, names)) {
                    step.accept(name);
                    fill(zip, table(manifest, name), connection);
                }
                connection.commit();
            } finally {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    private static void fill(ZipFile zip, Manifest.Table table, Connection connection)
            throws IOException, SQLException {
        var entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new IOException("This backup lacks " + table.name());
        }
        try (var in = zip.getInputStream(entry)) {
            var rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(Tables.copy(table.name(), table.columns()) + " from stdin", in);
            if (rows != table.rows()) {
                throw new IOException(
                        "%s has %d rows, and the backup says %d".formatted(table.name(), rows, table.rows()));
            }
        } catch (PSQLException e) {
            throw new IOException("This backup is damaged in " + table.name(), e);
        }
        Tables.setLastNumber(connection, table.name(), table.last());
    }

    private static Manifest.Table table(Manifest manifest, String name) {
        return manifest.tables().stream()
                .filter(table -> table.name().equals(name))
                .findAny()
                .orElseThrow();
    }
}
