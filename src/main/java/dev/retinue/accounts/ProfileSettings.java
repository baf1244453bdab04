package dev.retinue.accounts;

import dev.retinue.users.Bio;
import dev.retinue.users.Link;
import dev.retinue.users.Notice;
import dev.retinue.users.Sentence;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.ShortBio;
import dev.retinue.users.User;
import dev.retinue.users.Viewer;
import dev.retinue.users.WellFormedLink;
import dev.retinue.web.Html;
import dev.retinue.web.LocalPath;
import dev.retinue.web.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** What a member tells on the own profile. */
@Path(SettingsPaths.PROFILE)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ProfileSettings {

    record Form(
            @RestForm @ShortBio String bio,
            @RestForm @WellFormedLink String link1,
            @RestForm @WellFormedLink String link2,
            @RestForm @WellFormedLink String link3,
            @RestForm @WellFormedLink String link4) {

        Form {
            bio = Objects.requireNonNullElse(bio, "");
            link1 = Objects.requireNonNullElse(link1, "");
            link2 = Objects.requireNonNullElse(link2, "");
            link3 = Objects.requireNonNullElse(link3, "");
            link4 = Objects.requireNonNullElse(link4, "");
        }

        static Form of(User user) {
            var links = Stream.concat(Stream.of(user.links), Stream.of("", "", "", ""))
                    .toList();
            return new Form(user.bio, links.get(0), links.get(1), links.get(2), links.get(3));
        }

        String[] links() {
            return Stream.of(link1, link2, link3, link4)
                    .filter(link -> !link.isBlank())
                    .map(link -> Link.of(link).address())
                    .distinct()
                    .toArray(String[]::new);
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
        return new Edit(viewer.getUser(), Form.of(viewer.getUser()), Problems.none());
    }

    @POST
    public Response update(@BeanParam Form form) {
        var problems = Problems.in(form, validator);
        if (problems.any()) {
            return Html.formAgain(new Edit(viewer.getUser(), form, problems));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            var user = User.<User>findById(viewer.id());
            user.bio = Bio.of(form.bio()).text();
            user.links = form.links();
        });
        return notice.lead(new LocalPath(SettingsPaths.PROFILE), Sentence.SAVED);
    }
}
