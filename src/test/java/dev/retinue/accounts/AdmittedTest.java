package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many look at the same time, and each sees what is theirs to see. */
@QuarkusTest
class LooksTest extends RetinueTest {

    @Inject
    Circle circle;

    @Inject
    Looks looks;

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
    @ActivateRequestContext
    void whoLooksAtTheSamePersonSeesTheirOwnTiesAndNote() {
        var seen = circle.seen(new SeenStatement(at(daniel, sutton, mira, stranger, daniel)));
        assertThat(seen).hasSize(3);
        var suttons = seen.get(new Look(daniel.usernameKey, sutton.id)).relation();
        assertThat(suttons.ties()).containsExactlyInAnyOrder(Tie.FOLLOWING_PRIVATELY, Tie.FOLLOWED_BY);
        assertThat(suttons.note()).isEqualTo("Met at the boat show.");
        var miras = seen.get(new Look(daniel.usernameKey, mira.id)).relation();
        assertThat(miras.ties()).containsExactlyInAnyOrder(Tie.FOLLOWING, Tie.MUTING);
        assertThat(miras.note()).isEmpty();
        assertThat(seen.get(new Look(daniel.usernameKey, daniel.id)).self()).isTrue();
    }

    @Test
    @ActivateRequestContext
    void whomOneKnowsIsToldToEachOfThoseWhoLook() {
        var met = circle.met(new SeenStatement(at(daniel, sutton, mira, stranger)));
        assertThat(names(met, daniel, sutton)).containsExactly("Mira");
        assertThat(names(met, daniel, mira)).isEmpty();
        assertThat(met).hasSize(2);
    }

    @Test
    @ActivateRequestContext
    void manyWhoLookAtManyAreNotMistakenForEachOther() {
        var everyone = Stream.of(sutton, daniel, mira, stranger).toList();
        var all = everyone.stream()
                .flatMap(one -> everyone.stream().map(other -> new Look(other.usernameKey, one.id)))
                .collect(Collectors.toSet());
        var together = circle.met(new SeenStatement(all));
        for (var look : all) {
            var alone = circle.met(new SeenStatement(Set.of(look)));
            assertThat(told(together, look)).isEqualTo(told(alone, look));
        }
    }

    @Test
    void whatATransactionHasDoneIsSeenByItself() {
        var look = new Look(mira.usernameKey, daniel.id);
        Transactions.run(() -> {
            assertThat(looks.see(look).orElseThrow().relation().following()).isFalse();
            daniel.follow(mira);
            assertThat(looks.see(look).orElseThrow().relation().following()).isTrue();
        });
    }

    private static Set<Look> at(User other, User... viewers) {
        return Stream.of(viewers)
                .map(viewer -> new Look(other.usernameKey, viewer.id))
                .collect(Collectors.toSet());
    }

    private static String[] names(Map<Look, Met> met, User other, User viewer) {
        return met.get(new Look(other.usernameKey, viewer.id)).known().names();
    }

    private static String told(Map<Look, Met> met, Look look) {
        return met.containsKey(look)
                ? met.get(look).seen().relation() + " " + met.get(look).known().count() + " "
                        + String.join(", ", met.get(look).known().names())
                : "nobody";
    }

    private static User named(String name) {
        return Transactions.ask(() -> User.named(name).orElseThrow());
    }
}
