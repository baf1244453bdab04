package dev.retinue.shell;

import dev.retinue.backup.Restoration;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a backup back. */
@Command(
        name = "restore",
        description = {
            "Takes a backup of this or an earlier version back into an empty database, and checks it as \"check\" does.",
            "Example: -Dretinue.data-dir=new restore retinue-2026-11-24.zip"
        })
class RestoreTask extends Task {

    @Parameters(paramLabel = "FILE", description = "The file.")
    Path file;

    @Inject
    Restoration restoration;

    @Inject
    Check check;

    @Override
    public Integer call() throws IOException, SQLException {
        assertReadable(file);
        var manifest = Steps.of(step -> restoration.read(file, step));
        answer(
                "%,d rows of %d tables, as they were at %s."
                        .formatted(manifest.rows(), manifest.tables().size(), manifest.time()),
                BackupTask.object(manifest));
        check.json = json;
        return check.call();
    }
}
