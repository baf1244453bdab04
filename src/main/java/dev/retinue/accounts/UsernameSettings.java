package dev.retinue.accounts;

import dev.retinue.users.Notice;
import dev.retinue.users.Sentence;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import dev.retinue.users.Viewer;
import dev.retinue.users.WellFormedUsername;
import dev.retinue.web.Html;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
import dev.retinue.web.Text;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;

/** How a member takes another name. */
@Path(SettingsPaths.USERNAME)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class UsernameSettings {

    record Form(@RestForm @WellFormedUsername String username) {

        Form {
            username = Objects.requireNonNullElse(username, "");
        }
    }

    record Edit(User user, Form form, Problems problems) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    Validator validator;

    @GET
    public TemplateInstance edit() {
        return new Edit(viewer.getUser(), new Form(viewer.getUser().username), Problems.none());
    }

    @POST
    public Response update(@BeanParam Form form) {
        var problems = problems(form);
        return problems.any()
                ? Html.formAgain(new Edit(viewer.getUser(), form, problems))
                : notice.lead(new LocalPath(SettingsPaths.USERNAME), Sentence.SAVED);
    }

    /** None where the member has the name now. */
    private Problems problems(Form form) {
        var malformed = Problems.in(form, validator);
        return malformed.any() || viewer.getUser().rename(Username.of(form.username())) ? malformed : refusal(form);
    }

    /** By what is known of the member now: another form may have been saved meanwhile. */
    private Problems refusal(Form form) {
        var member = User.<User>findById(viewer.id());
        return Problems.of(
                "username",
                member.renamableFrom()
                        .map(from -> "You can take another name from " + Text.exact(from) + " on.")
                        .orElse("The username " + form.username().strip() + " is taken. Choose another."));
    }
}
