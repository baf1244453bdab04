package dev.retinue.portability;

import dev.retinue.users.FollowCounts;
import dev.retinue.users.SettingsPaths;
import dev.retinue.users.User;
import dev.retinue.users.Viewer;
import dev.retinue.web.Choice;
import dev.retinue.web.Problems;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a member can take along, and bring along. */
@Path(SettingsPaths.DATA)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class DataSettings {

    /**
     * @param latest whether there is an import to look at
     * @param kinds what a file can be of
     */
    record Data(
            User user, FollowCounts counts, boolean latest, List<Choice> kinds, List<Choice> ways, Problems problems)
            implements TemplateInstance {

        static Data of(User user, String kind, boolean overwrite, Problems problems) {
            var latest = Import.of(user.id).isPresent();
            return new Data(user, FollowCounts.of(user), latest, kinds(kind), ways(overwrite), problems);
        }

        private static List<Choice> kinds(String chosen) {
            var unknown = new Choice("", "Find out from the file", chosen.isEmpty());
            return Stream.concat(
                            Stream.of(unknown),
                            Arrays.stream(ImportKind.values())
                                    .map(kind -> new Choice(
                                            kind.toString(),
                                            "The people " + kind.words,
                                            kind.toString().equals(chosen))))
                    .toList();
        }

        private static List<Choice> ways(boolean overwrite) {
            return List.of(
                    new Choice("false", "Add: whoever is not in the file stays", !overwrite),
                    new Choice("true", "Replace: whoever is not in the file is removed from the list", overwrite));
        }
    }

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance data() {
        return Data.of(viewer.getUser(), "", false, Problems.none());
    }
}
