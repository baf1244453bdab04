package dev.retinue.accounts;

import dev.retinue.users.Audience;
import dev.retinue.users.FollowCounts;
import dev.retinue.users.FollowRequest;
import dev.retinue.users.Notice;
import dev.retinue.users.Sentence;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.Staying;
import dev.retinue.users.Turns;
import dev.retinue.users.User;
import dev.retinue.users.Viewer;
import dev.retinue.web.LocalPath;
import dev.retinue.web.PageCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;

/** Who may follow a member, and who may see whom the member follows. */
@Path(SettingsPaths.PRIVACY)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class PrivacySettings {

    /** A field that is missing or nonsense shows the least. */
    record Form(
            @RestForm @DefaultValue("") String followers,
            @RestForm @DefaultValue("") String following,
            @RestForm @DefaultValue("") String counts) {}

    /** @param waiting how many would be accepted if the account were public */
    record Edit(User user, long followers, long waiting) implements TemplateInstance {}

    @Inject
    Viewer viewer;

    @Inject
    Notice notice;

    @Inject
    Turns turns;

    @Inject
    PageCache pages;

    @GET
    public TemplateInstance edit() {
        var user = viewer.getUser();
        return new Edit(user, FollowCounts.of(user).allFollowers(), FollowRequest.waiting(user));
    }

    @POST
    public Response update(@BeanParam Form form) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                var user = User.<User>findById(viewer.id());
                user.followersFor = Audience.parse(form.followers());
                user.followingFor = Audience.parse(form.following());
                user.countsFor = Audience.parse(form.counts());
            });
        } finally {
            pages.forget();
        }
        return lead(Sentence.SAVED);
    }

    @POST
    @Path("private")
    public Response goPrivate(@RestForm @DefaultValue("ALL") Staying staying) {
        return changed(() -> viewer.getUser().goPrivate(staying));
    }

    @POST
    @Path("public")
    public Response goPublic() {
        return changed(() -> viewer.getUser().goPublic());
    }

    private Response changed(Supplier<Boolean> change) {
        boolean changed = turns.transaction(change);
        return lead(changed ? Sentence.SAVED : Sentence.UNCHANGED);
    }

    private Response lead(Sentence sentence) {
        return notice.lead(new LocalPath(SettingsPaths.PRIVACY), sentence);
    }
}
