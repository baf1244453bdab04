package dev.retinue.shell;

import dev.retinue.backup.Backup;
import dev.retinue.backup.Manifest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes everything into one file. */
@Command(
        name = "backup",
        description = {
            "Writes everything in the database into one file, as it is now, beside a site that goes on.",
            "Example: backup retinue-$(date +%%F).zip"
        })
class BackupTask extends Task {

    @Parameters(paramLabel = "FILE", description = "The file.")
    Path file;

    @Option(names = "--force", description = "Writes over a file that is there.")
    boolean force;

    @Inject
    Backup backup;

    @Override
    public Integer call() throws IOException, SQLException {
        if (Files.exists(file) && !force) {
            throw new Refused("There is a file at " + file + " already: say --force to write over it.");
        }
        var manifest = Steps.of(step -> backup.write(file, step));
        answer(
                "%,d rows of %d tables, %,d bytes, in %s."
                        .formatted(manifest.rows(), manifest.tables().size(), Files.size(file), file),
                object(manifest).put("bytes", Files.size(file)));
        return YES;
    }

    static JsonObject object(Manifest manifest) {
        var tables = new JsonObject();
        manifest.tables().forEach(table -> tables.put(table.name(), table.rows()));
        return new JsonObject()
                .put("time", manifest.time().toString())
                .put("schema", manifest.schema())
                .put("rows", manifest.rows())
                .put("tables", tables);
    }
}
