package dev.retinue.accounts;

import dev.retinue.users.Notice;
import dev.retinue.users.Sentence;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.User;
import dev.retinue.users.Viewer;
import dev.retinue.web.Html;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;

/** What the pages look like to a member. */
@Path(SettingsPaths.APPEARANCE)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class AppearanceSettings {

    record Form(
            @RestForm @Pattern(regexp = "auto|light|dark", message = "Choose one of the three.")
            String scheme) {

        Form {
            scheme = Objects.requireNonNullElse(scheme, "");
        }
    }

    record Edit(Form form, Problems problems) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    Validator validator;

    @GET
    public TemplateInstance edit() {
        return new Edit(new Form(viewer.getUser().scheme), Problems.none());
    }

    @POST
    public Response update(@BeanParam Form form) {
        var problems = Problems.in(form, validator);
        if (problems.any()) {
            return Html.formAgain(new Edit(form, problems));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> User.update("scheme = ?1 where id = ?2", form.scheme(), viewer.id()));
        return notice.lead(new LocalPath(SettingsPaths.APPEARANCE), Sentence.SAVED);
    }
}
