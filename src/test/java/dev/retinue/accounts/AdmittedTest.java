package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.sql.Original;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.Paths;
import dev.retinue.users.Sight;
import dev.retinue.users.User;
import dev.retinue.users.Whom;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many ask at the same time, and each is who they are and sees what is theirs to see. */
@QuarkusTest
class AdmittedTest extends RetinueTest {

    private static final String DEVICE = "a telephone";

    @Inject
    Original original;

    @Inject
    IdentityProviderManager identities;

    private User sutton;

    private User daniel;

    private User mira;

    private User stranger;

    /** Sutton knows Mira and, between the two, Daniel, who blocks the stranger. */
    @BeforeEach
    void theyKnowEachOther() {
        stranger = cast.user("stranger");
        sutton = named("Sutton");
        daniel = named("Daniel Bates");
        mira = named("Mira");
        Transactions.run(() -> {
            var pair = sutton.with(daniel);
            pair.follow();
            pair.followPrivately();
            pair.note("Met at the boat show.");
            sutton.follow(mira);
            mira.follow(daniel);
            daniel.follow(sutton);
            daniel.with(stranger).block();
            mira.with(daniel).mute(null);
        });
    }

    @Test
    void sessionsThatAreLookedForAtTheSameTimeAreNotMistakenForEachOther() {
        var laptop = about(sutton, daniel, false);
        var phone = about(sutton, mira, false);
        var miras = about(mira, daniel, false);
        var ended = about(mira, daniel, false);
        Transactions.run(() -> Session.deleteById(ended.session()));
        var admitted = admitted(Set.of(laptop, phone, miras, ended, new Asking("nobody's", laptop.whom())));
        assertThat(admitted).containsOnlyKeys(laptop, phone, miras);
        assertThat(admitted.get(laptop).session().user.username).isEqualTo("Sutton");
        assertThat(admitted.get(phone).session().user.username).isEqualTo("Sutton");
        assertThat(admitted.get(phone).session().device).isEqualTo(DEVICE);
        assertThat(admitted.get(miras).session().user.username).isEqualTo("Mira");
    }

    @Test
    void aSessionIsReadAsHibernateReadsIt() {
        var asking = about(sutton, daniel, false);
        Transactions.run(() -> Session.update("seenAt = seenAt + 1 second where id = ?1", asking.session()));
        assertThat(admitted(Set.of(asking)).get(asking).session())
                .usingRecursiveComparison()
                .ignoringFields("user")
                .ignoringFieldsMatchingRegexes("\\$\\$_.*")
                .isEqualTo(Transactions.<Session>ask(() -> Session.findById(asking.session())));
    }

    @Test
    void whoAsksAboutTheSamePersonSeesTheirOwnTiesAndNote() {
        var suttons = about(sutton, daniel, false);
        var miras = about(mira, daniel, false);
        var own = about(daniel, daniel, false);
        var admitted = admitted(Set.of(suttons, miras, own));
        var seen = sight(admitted, suttons).orElseThrow().seen().relation();
        assertThat(seen.mutual() && seen.followingPrivately() && !seen.muting()).isTrue();
        assertThat(seen.note()).isEqualTo("Met at the boat show.");
        var seenByMira = sight(admitted, miras).orElseThrow().seen().relation();
        assertThat(seenByMira.following() && seenByMira.muting() && !seenByMira.followingPrivately())
                .isTrue();
        assertThat(seenByMira.note()).isEmpty();
        assertThat(sight(admitted, own).orElseThrow().seen().self()).isTrue();
    }

    @Test
    void whoIsAskedAboutByThoseWhomTheyBlockIsNotFound() {
        var asking = about(stranger, daniel, true);
        var admitted = admitted(Set.of(asking));
        assertThat(admitted.get(asking).session().user.username).isEqualTo("stranger");
        assertThat(sight(admitted, asking)).isEmpty();
    }

    @Test
    void whoAsksAboutNobodyIsTheOneItIsAbout() {
        var asking = new Asking(session(sutton), Whom.of("/settings"));
        var admitted = admitted(Set.of(asking));
        assertThat(admitted.get(asking).session().user.username).isEqualTo("Sutton");
        assertThat(sight(admitted, asking).orElseThrow().seen().self()).isTrue();
    }

    @Test
    void whoAsksAboutWhoIsNotThereIsAdmitted() {
        var asking = new Asking(session(sutton), Whom.of("/@nobody_of_that_name"));
        var admitted = admitted(Set.of(asking));
        assertThat(admitted.get(asking).session().user.username).isEqualTo("Sutton");
        assertThat(sight(admitted, asking)).isEmpty();
    }

    @Test
    void whomOneKnowsIsToldToEachOfThoseWhoAsk() {
        var suttons = about(sutton, daniel, true);
        var miras = about(mira, daniel, true);
        var admitted = admitted(Set.of(suttons, miras));
        assertThat(sight(admitted, suttons).orElseThrow().known().names()).containsExactly("Mira");
        assertThat(sight(admitted, miras).orElseThrow().known().names()).isEmpty();
    }

    @Test
    void manyWhoAskAboutManyAreNotMistakenForEachOther() {
        var everyone = Stream.of(sutton, daniel, mira, stranger).toList();
        var all = everyone.stream()
                .flatMap(one -> everyone.stream().map(other -> about(one, other, true)))
                .collect(Collectors.toSet());
        var together = admitted(all);
        assertThat(together).hasSize(16);
        for (var asking : all) {
            assertThat(told(together, asking)).isEqualTo(told(admitted(Set.of(asking)), asking));
        }
    }

    @Test
    void whoeverIsInATransactionIsAdmittedByWhatItHasChanged() {
        Transactions.run(() -> {
            var token = Session.begin(sutton, DEVICE);
            Session.flush();
            var identity = identities.authenticateBlocking(new SessionIdentity.Request(token, Whom.of("/settings")));
            assertThat(identity.getPrincipal().getName()).isEqualTo("Sutton");
        });
    }

    private Asking about(User one, User other, boolean known) {
        var profile = Paths.path(other);
        return new Asking(session(one), Whom.of(known ? profile : profile + "/followers"));
    }

    private static String session(User user) {
        return Session.id(Transactions.ask(() -> Session.begin(user, DEVICE)));
    }

    private Map<Asking, Admitted> admitted(Set<Asking> asking) {
        var known = asking.iterator().next().whom().known();
        return original.ask(session -> new AdmittedStatement(known).read(asking, session));
    }

    private static Optional<Sight> sight(Map<Asking, Admitted> admitted, Asking asking) {
        return admitted.get(asking).found().sight();
    }

    private static String told(Map<Asking, Admitted> admitted, Asking asking) {
        return sight(admitted, asking)
                .map(sight -> sight.seen().user().username + " " + sight.seen().relation() + " "
                        + sight.known().count() + " "
                        + String.join(", ", sight.known().names()))
                .orElse("nobody");
    }

    private static User named(String name) {
        return Transactions.ask(() -> User.named(name).orElseThrow());
    }
}
