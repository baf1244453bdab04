package dev.retinue.support;

import dev.retinue.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** People around the cast, as on a site where something goes on: with bios, names of all kinds, and a full list. */
@ApplicationScoped
public class Scenery {

    /** A username as long as they get, with no place to break it. */
    public static final String LONGEST =
            "Wolfeschlegelsteinhausenbergerdorff".repeat(4).substring(0, 120);

    private static final List<String> OTHERS = List.of(
            "Aroha Ngata",
            "Jonas Lind",
            "Noor Haddad",
            "نور الدين",
            "阿部 さくら",
            "Tomás Herrera",
            "Élodie Marchand",
            "Kofi Mensah",
            "Ingrid Solberg",
            "Lena Fischer");

    private static final List<String> ASKERS = List.of("Ines Duarte", "Samir Khoury");

    private static final int CROWD = 40;

    @Inject
    Cast cast;

    /** Daniel is followed by more than a page of people, Sutton among them; he follows her and many others; Mira nobody. */
    @Transactional
    public void enter() {
        var sutton = User.named("Sutton").orElseThrow();
        var daniel = User.named("Daniel Bates").orElseThrow();
        sutton.bio = "Keeps a list of everyone worth reading.";
        daniel.bio = "Sails in summer, builds boats in winter.\nWrites about neither.";
        crowd().forEach(fan -> fan.follow(daniel));
        var others = OTHERS.stream().map(cast::user).toList();
        daniel.follow(cast.user(LONGEST));
        others.forEach(other -> {
            other.follow(daniel);
            daniel.follow(other);
        });
        sutton.follow(daniel);
        daniel.follow(sutton);
        others.stream().limit(5).forEach(sutton::follow);
        relations(sutton, others);
        bringAlong(sutton);
    }

    /** Sutton looks at a file that would replace whom she follows. */
    private static void bringAlong(User sutton) {
        User.getEntityManager()
                .createNativeQuery("""
                        insert into imports (user_id, kind, looks_like, overwrite, file_name, repeated, elsewhere, created_at)
                        values (?1, 'FOLLOWING', 'whom you mute', true, 'following_accounts.csv', 3, 2, now())
                        """)
                .setParameter(1, sutton.id)
                .executeUpdate();
        User.getEntityManager()
                .createNativeQuery("""
                        insert into import_rows (user_id, line, account, note, private, other_id, outcome)
                        values (?1, 2, 'Daniel_Bates@example.org', '', false, ?2, 'ALREADY'),
                            (?1, 3, 'Priya@example.org', '', false, ?3, 'WILL'),
                            (?1, 4, ?4, '', false, null, 'UNKNOWN')
                        """)
                .setParameter(1, sutton.id)
                .setParameter(2, User.named("Daniel Bates").orElseThrow().id)
                .setParameter(3, User.named("Priya").orElseThrow().id)
                .setParameter(4, LONGEST + "@example.org")
                .executeUpdate();
    }

    /** Sutton is asked, asks, has declined, blocks and mutes. */
    private void relations(User sutton, List<User> others) {
        sutton.privateSince = Instant.now();
        ASKERS.stream().map(cast::user).forEach(asker -> asker.follow(sutton));
        sutton.with(cast.user("Olaf Berg")).block();
        var declined = cast.user("Petra Novak");
        declined.follow(sutton);
        sutton.with(declined).decline();
        var asked = cast.user("Yuki Tanaka");
        asked.privateSince = Instant.now();
        sutton.follow(asked);
        sutton.with(others.get(2)).followPrivately();
        sutton.with(others.get(3)).note("Met in Cardiff.");
        sutton.with(others.get(0)).mute(null);
        sutton.with(others.get(1)).mute(Instant.now().plus(Duration.ofDays(7)));
    }

    private List<User> crowd() {
        var crowd = new ArrayList<User>();
        for (var i = 1; i <= CROWD; i++) {
            crowd.add(cast.user("Reader " + i));
        }
        return crowd;
    }
}
