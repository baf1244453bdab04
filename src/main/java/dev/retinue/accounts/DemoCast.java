package dev.retinue.accounts;

import dev.retinue.users.User;
import dev.retinue.users.Username;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A few members to look at, in a new database that Retinue brought along itself. */
@Singleton
public class DemoCast {

    private record Role(String username, String bio, List<String> follows) {}

    private static final String LEAD = "Sutton";

    /** Of 6 random bits each. */
    private static final int PASSWORD_LENGTH = 22;

    private static final List<Role> ROLES = List.of(
            new Role(
                    "Sutton",
                    "Keeps a list of everyone worth reading.",
                    List.of("Daniel Bates", "Mira Okafor", "Lena Fischer", "阿部 さくら", "Tomás Herrera")),
            new Role(
                    "Daniel Bates",
                    "Sails in summer, builds boats in winter.",
                    List.of("Sutton", "Priya Raman", "Jonas Lind")),
            new Role("Mira Okafor", "Astronomer. Mostly clouds.", List.of("Sutton", "Daniel Bates", "Noor Haddad")),
            new Role("Lena Fischer", "Bakes bread and writes about it.", List.of("Sutton", "Mira Okafor")),
            new Role("阿部 さくら", "写真と散歩。", List.of("Sutton", "Lena Fischer")),
            new Role("Tomás Herrera", "Radio plays, old maps, new shoes.", List.of("Daniel Bates", "Sutton")),
            new Role(
                    "Priya Raman",
                    "Teaches mathematics to anyone who asks.",
                    List.of("Daniel Bates", "Jonas Lind", "Sutton")),
            new Role("Jonas Lind", "Repairs clocks.", List.of("Priya Raman")),
            new Role("Noor Haddad", "Translates poems, slowly.", List.of("Mira Okafor", "Sutton", "نور الدين")),
            new Role("نور الدين", "خطاط.", List.of("Noor Haddad")),
            new Role(
                    "Aroha Ngata",
                    "Walks the coast and counts birds.",
                    List.of("Sutton", "Daniel Bates", "Lena Fischer")),
            new Role("Élodie Marchand", "Choir, cheese, chess.", List.of("Lena Fischer", "Tomás Herrera")),
            new Role("Kofi Mensah", "Plays the bass in three bands.", List.of("Sutton", "Élodie Marchand")),
            new Role(
                    "Ingrid Solberg",
                    "Knits what she cannot buy.",
                    List.of("Jonas Lind", "Kofi Mensah", "Daniel Bates")));

    @ConfigProperty(name = "retinue.demo-possible", defaultValue = "false")
    boolean possible;

    @ConfigProperty(name = "retinue.demo", defaultValue = "true")
    boolean wanted;

    /** Before the first page is served. */
    @Transactional
    void enter(@Observes StartupEvent start) {
        if (possible && wanted && User.findAll().firstResultOptional().isEmpty()) {
            System.out.println(enter());
        }
    }

    /** How to log in as one of them. */
    private static String enter() {
        var password = Token.random().substring(0, PASSWORD_LENGTH);
        var users = new HashMap<String, User>();
        ROLES.forEach(role -> users.put(role.username(), user(role, password)));
        ROLES.forEach(role ->
                role.follows().forEach(followed -> users.get(role.username()).follow(users.get(followed))));
        return "A small cast is here to try things with. Log in as " + LEAD + ", password " + password
                + " (shown this once; -Dretinue.demo=false leaves them out of a new database).";
    }

    private static User user(Role role, String password) {
        var name = Username.of(role.username());
        var user = (role.username().equals(LEAD) ? User.create(name, password) : User.create(name)).orElseThrow();
        user.bio = role.bio();
        return user;
    }
}
