package dev.retinue.shell;

import dev.retinue.portability.Bringing;
import dev.retinue.portability.Imports;
import dev.retinue.portability.Unreadable;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a file of people for a member. */
@Command(
        name = "import",
        description = {
            "Imports a CSV file of people for a member, as the member could under Settings: whom they follow, block or mute.",
            "Example: import Sutton following_accounts.csv"
        })
class ImportTask extends UserTask {

    @Parameters(index = "1", paramLabel = "FILE.csv", description = "The file.")
    Path file;

    @Option(names = "--kind", defaultValue = "", description = "following, blocks or mutes; else the file tells.")
    String kind;

    @Option(names = "--overwrite", description = "Ends whoever is not in the file.")
    boolean overwrite;

    @Inject
    Bringing bringing;

    @Inject
    Imports imports;

    @Override
    public Integer call() throws IOException {
        assertReadable(file);
        var user = user(name);
        try {
            bringing.bring(user, file, file.getFileName().toString(), "", kind, overwrite);
        } catch (Unreadable e) {
            throw new Refused(e.getMessage());
        }
        var tally = new JsonObject();
        imports.carryOut(user.id).forEach(tally::put);
        if (json) {
            System.out.println(tally.encode());
        } else {
            tally.forEach(each -> System.out.printf("%,d %s%n", each.getValue(), each.getKey()));
        }
        return YES;
    }
}
