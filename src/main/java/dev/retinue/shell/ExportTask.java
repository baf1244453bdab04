package dev.retinue.shell;

import dev.retinue.portability.ListFile;
import dev.retinue.users.Direction;
import dev.retinue.users.Listing;
import dev.retinue.users.WholeList;
import jakarta.inject.Inject;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports a list of a member. */
@Command(
        name = "export",
        description = {
            "Prints a member's followers or following as the file that the member could take, with what the member alone sees.",
            "Example: export Sutton following > following.csv"
        })
class ExportTask extends UserTask {

    @Parameters(index = "1", paramLabel = "LIST", description = "followers or following.")
    Direction list;

    @Option(
            names = "--site",
            paramLabel = "ADDRESS",
            defaultValue = "http://localhost:8080",
            description = "Where the pages are, for the addresses of the people.")
    String site;

    @Inject
    WholeList whole;

    @Override
    public Integer call() throws IOException {
        if (!site.matches("https?://[^/]+")) {
            throw new Refused("Write --site as https://example.org.");
        }
        ListFile.of(json ? "json" : "csv", site, list == Direction.FOLLOWERS)
                .write(whole.read(Listing.own(user(name), list)), System.out);
        return YES;
    }
}
