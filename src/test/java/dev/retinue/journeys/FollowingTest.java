package dev.retinue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FollowingTest extends JourneyTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClickFollowsAndAnotherUnfollows(boolean script) {
        var daniel = ProfilePage.visit(window(script).as("Sutton"), "Daniel Bates");
        daniel.hasFollowers(0);
        daniel.follow();
        daniel.hasFollowers(1);
        assertThat(daniel.followers().names()).containsExactly("Sutton");
        daniel = ProfilePage.visit(daniel.window(), "Daniel Bates");
        daniel.unfollow();
        daniel.hasFollowers(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVisitorWhoWantsToFollowLogsInAndIsBack(boolean script) {
        var window = window(script);
        ProfilePage.visit(window, "Daniel Bates");
        window.link("Log in to follow Daniel Bates").click();
        window.logInHere("Sutton");
        new ProfilePage(window, "Daniel Bates").shown().follow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLongListIsReadToItsEndAndBack(boolean script) {
        crowd(100);
        var list = ProfilePage.visit(window(script), "Sutton").followers();
        var forth = new ArrayList<>(list.names());
        var first = list.names();
        while (list.older()) {
            forth.addAll(list.names());
        }
        assertThat(forth).isEqualTo(fans(100));
        while (list.newer()) {
            assertThat(forth).containsAll(list.names());
        }
        assertThat(list.names()).isEqualTo(first);
    }

    private void crowd(int size) {
        Transactions.run(() -> {
            var sutton = User.named("Sutton").orElseThrow();
            IntStream.rangeClosed(1, size).forEach(i -> cast.user("fan " + i).follow(sutton));
        });
    }

    private static ArrayList<String> fans(int size) {
        var names = new ArrayList<>(
                IntStream.rangeClosed(1, size).mapToObj(i -> "fan " + i).toList());
        Collections.reverse(names);
        return names;
    }
}
