package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.retinue.users.Notice;
import dev.retinue.users.Sentence;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.Viewer;
import dev.retinue.web.Here;
import dev.retinue.web.Html;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Importing a file: it is sent, looked at, and done beside the site. */
@Path(SettingsPaths.IMPORT)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ImportSettings {

    /** @param only the outcome of which the rows are shown; empty for all */
    record Look(Import from, Tally tally, Leaving leaving, String only, ImportRows.Page page)
            implements TemplateInstance {

        static Look of(Import from, String only, long after) {
            var user = from.userId;
            return new Look(from, ImportRows.tally(user), Leaving.of(from), only, ImportRows.page(user, after, only));
        }
    }

    @Inject
    Viewer viewer;

    @Inject
    Bringing bringing;

    @Inject
    Imports imports;

    @Inject
    Notice notice;

    @Inject
    Here here;

    /** @param only the outcome of which the rows are shown, or nothing for all */
    @GET
    public Response look(@RestQuery @DefaultValue("") String only, @RestQuery long after) {
        return Import.of(viewer.id())
                .map(from -> Html.of(Look.of(from, only, after)))
                .orElseGet(ImportSettings::toData);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(
            @RestForm FileUpload file, @RestForm @DefaultValue("") String kind, @RestForm boolean overwrite)
            throws IOException {
        try {
            put(file, kind, overwrite);
            return done();
        } catch (Unreadable e) {
            return Html.formAgain(
                    DataSettings.Data.of(viewer.getUser(), kind, overwrite, Problems.of("file", e.getMessage())));
        }
    }

    /** @param file the {@link Import#mark} of the one that was looked at */
    @POST
    @Path("start")
    public Response start(@RestForm @DefaultValue("") String file) {
        if (!QuarkusTransaction.requiringNew().call(() -> Import.start(viewer.id(), file))) {
            return lookAgain();
        }
        imports.wake();
        return done();
    }

    /** Also while it is under way: what was done stays. */
    @POST
    @Path("discard")
    public Response discard(@RestForm @DefaultValue("") String file) {
        return QuarkusTransaction.requiringNew().call(() -> Import.discard(viewer.id(), file))
                ? notice.lead(new LocalPath(SettingsPaths.DATA), Sentence.PUT_AWAY)
                : lookAgain();
    }

    private Response lookAgain() {
        return notice.lead(new LocalPath(SettingsPaths.IMPORT), Sentence.ANOTHER_FILE);
    }

    /** Everyone for whom it did not work, and why. */
    @GET
    @Path("failed.csv")
    public Response failed() {
        var from = Import.of(viewer.id()).orElseThrow(NotFoundException::new);
        return new Download(out -> writeFailed(from, out)).as("failed.csv", "text/csv;charset=UTF-8");
    }

    private static void writeFailed(Import from, OutputStream out) throws IOException {
        try (var file = CsvWriter.builder().build(out, UTF_8)) {
            file.writeRecord(CsvList.ADDRESS, "Line", "Reason");
            ImportRows.refused(from.userId)
                    .forEach(row -> file.writeRecord(
                            Cell.harmless(row.account()),
                            String.valueOf(row.line()),
                            row.outcome().words(from.kind)));
        }
    }

    private void put(FileUpload upload, String chosen, boolean overwrite) throws IOException, Unreadable {
        if (upload == null || upload.fileName().isEmpty()) {
            throw new Unreadable("Choose a file first.");
        }
        if (upload.size() > ImportFile.MAX_BYTES) {
            throw new Unreadable("This file is too large. It may have 20 MB.");
        }
        var host = URI.create(here.getSite()).getAuthority();
        bringing.bring(viewer.getUser(), upload.uploadedFile(), upload.fileName(), host, chosen, overwrite);
    }

    private static Response toData() {
        return new LocalPath(SettingsPaths.DATA).redirect();
    }

    private static Response done() {
        return new LocalPath(SettingsPaths.IMPORT).redirect();
    }
}
