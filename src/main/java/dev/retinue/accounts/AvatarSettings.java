package dev.retinue.accounts;

import dev.retinue.avatars.Avatar;
import dev.retinue.avatars.Darkroom;
import dev.retinue.avatars.Unusable;
import dev.retinue.users.Notice;
import dev.retinue.users.Sentence;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.Viewer;
import dev.retinue.web.Html;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Choosing a picture, and doing without one. */
@Path(SettingsPaths.AVATAR)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class AvatarSettings {

    private static final long MAX_BYTES = 5 * 1024 * 1024;

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    Darkroom darkroom;

    /** Whoever asks for the address of a form that came back is led to the form. */
    @GET
    public Response form() {
        return new LocalPath(SettingsPaths.PROFILE).redirect();
    }

    /** A picture takes its time: the transaction begins when it is ready. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestForm FileUpload picture) {
        if (picture == null || picture.size() == 0) {
            return again("Choose a picture first.");
        }
        if (picture.size() > MAX_BYTES) {
            return again("This file is too large. A picture may have 5 MB.");
        }
        try {
            var portrait = darkroom.develop(picture.uploadedFile());
            QuarkusTransaction.requiringNew().run(() -> Avatar.put(viewer.getUser(), portrait));
            return done();
        } catch (Unusable e) {
            return again(e.getMessage());
        }
    }

    @POST
    @Path("remove")
    public Response remove() {
        QuarkusTransaction.requiringNew().run(() -> Avatar.remove(viewer.getUser()));
        return done();
    }

    private Response again(String sentence) {
        var user = viewer.getUser();
        return Html.formAgain(
                new ProfileSettings.Edit(user, ProfileSettings.Form.of(user), Problems.of("picture", sentence)));
    }

    private Response done() {
        return notice.lead(new LocalPath(SettingsPaths.PROFILE), Sentence.SAVED);
    }
}
