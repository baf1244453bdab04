package dev.retinue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.retinue.support.Look;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
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
        Assertions.assertThat(daniel.followers().names()).containsExactly("Sutton");
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
    void whatAButtonDidIsUndone(boolean script) {
        var window = window(script).as("Sutton");
        var daniel = ProfilePage.visit(window, "Daniel Bates");
        daniel.follow();
        daniel.hasFollowers(1);
        assertThat(window.page().getByRole(AriaRole.STATUS)).containsText("You follow Daniel Bates.");
        window.button("Undo").click();
        daniel.hasFollowers(0);
        assertThat(window.page().getByRole(AriaRole.STATUS)).containsText("You no longer follow Daniel Bates.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void severalFollowersAreRemovedAtOnceAndComeBack(boolean script) {
        crowd(3);
        var window = window(script).as("Sutton");
        var list = ProfilePage.visit(window, "Sutton").followers();
        window.field("Choose fan 1").check();
        window.field("Choose fan 3").check();
        window.button("Remove the chosen followers").click();
        assertThat(window.page().locator("#notice")).containsText("You removed 2 people from your followers.");
        list.shows("fan 2");
        window.button("Undo").click();
        list.shows(fans(3).toArray(String[]::new));
    }

    @Test
    void oneBoxChoosesAllThatAreShown() {
        crowd(45);
        var window = window(true).as("Sutton");
        var list = ProfilePage.visit(window, "Sutton").followers();
        Assertions.assertThat(list.more()).isTrue();
        window.field("Choose all").check();
        window.button("Remove the chosen followers").click();
        assertThat(window.page().locator("#notice")).containsText("You removed 45 people from your followers.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void someoneIsMutedAndBlockedFromTheirProfile(boolean script) {
        var window = window(script).as("Sutton");
        ProfilePage.visit(window, "Daniel Bates");
        window.page().getByText("More").click();
        window.button("Mute Daniel Bates").click();
        assertThat(window.page().locator(".badge")).hasText("Muted");
        window.page().getByText("More").click();
        window.link("Block…").click();
        window.button("Block").click();
        assertThat(window.page().locator("#notice")).containsText("You blocked Daniel Bates.");
        window.button("Undo").click();
        assertThat(window.page().locator("#notice")).containsText("You no longer block Daniel Bates.");
        ProfilePage.visit(window, "Daniel Bates").follow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTooMuchIsSaidAndLeadsBack(boolean script) {
        Transactions.run(() -> User.getEntityManager()
                .createNativeQuery("update follow_counts set following = 7500")
                .executeUpdate());
        var window = window(script).as("Sutton");
        var daniel = ProfilePage.visit(window, "Daniel Bates");
        window.button("Follow Daniel Bates").click();
        assertThat(window.page().locator(script ? "#notice" : "main")).containsText("You follow 7\u00A0500 people");
        Assertions.assertThat(window.troubles()).hasSize(script ? 1 : 0);
        if (!script) {
            window.link("Back to where you were").click();
        }
        daniel.shown();
        assertThat(window.button("Follow Daniel Bates")).isVisible();
    }

    @Test
    void whatAButtonChangesIsCountedWhereverThePageTellsIt() {
        var window = window(true).as("Sutton");
        window.open("/");
        window.button("Follow Daniel Bates").click();
        assertThat(window.page().locator("#mine")).containsText("1 following");
        crowd(2);
        window.open("/@Sutton/followers");
        window.button("Follow back fan 1").click();
        assertThat(window.page().locator(".tabs")).containsText("Following 2");
        window.button("Undo").click();
        assertThat(window.page().locator(".tabs")).containsText("Following 1");
    }

    @Test
    void whereSomebodyIsGoneTheListStays() {
        crowd(2);
        var window = window(true).as("Sutton");
        window.open("/@Sutton/followers");
        Transactions.run(() -> User.named("fan 1").orElseThrow().deactivate());
        window.button("Follow back fan 1").click();
        assertThat(window.page().locator("#notice")).containsText("That person is not here any more.");
        Assertions.assertThat(window.troubles()).hasSize(1);
        assertThat(window.page().locator(".person")).hasCount(2);
    }

    @Test
    void whoeverIsRemovedLeavesTheOthersWhereTheyAre() {
        crowd(45);
        var window = window(true).as("Sutton");
        var list = ProfilePage.visit(window, "Sutton").followers();
        Assertions.assertThat(list.more()).isTrue();
        window.field("Choose fan 45").check();
        window.button("Remove fan 3").press("Enter");
        assertThat(window.page().locator("#notice")).containsText("You removed fan 3 from your followers.");
        assertThat(window.page().locator(".person")).hasCount(44);
        assertThat(window.page().locator(".tabs [aria-current]")).hasText("Followers 44");
        Assertions.assertThat(window.page().evaluate("document.activeElement.closest('.person') !== null"))
                .isEqualTo(true);
        assertThat(window.field("Choose fan 45")).isChecked();
    }

    @Test
    void theNoticeLeavesInViewWhomItIsAbout() {
        crowd(45);
        var window = windows.open(new Look(390, 800, false)).as("Sutton").open("/@Sutton/followers");
        window.button("Remove fan 20").click();
        window.button("Undo").click();
        assertThat(window.page()).hasURL(Pattern.compile("#u\\d+$"));
        var person = window.link("fan 20").boundingBox();
        var notice = window.page().locator(".notice").boundingBox();
        Assertions.assertThat(person.y).isGreaterThanOrEqualTo(notice.y + notice.height);
    }

    @Test
    void noTickStandsByAnotherPersonWhenOneComesBack() {
        crowd(3);
        var window = window(true).as("Sutton");
        ProfilePage.visit(window, "Sutton").followers();
        window.field("Choose fan 2").check();
        window.link("fan 1").click();
        assertThat(window.heading("fan 1")).isVisible();
        cast.follow("Mira", "Sutton");
        window.page().goBack();
        assertThat(window.field("Choose Mira")).isVisible();
        assertThat(window.page().locator("[name=who]:checked")).hasCount(0);
    }

    @Test
    void theKeyboardStaysOnTheButtonThatItPressed() {
        var window = window(true).as("Sutton");
        ProfilePage.visit(window, "Daniel Bates");
        window.button("Follow Daniel Bates").press("Enter");
        assertThat(window.button("Unfollow Daniel Bates")).isFocused();
    }

    @Test
    void whoIsLoggedOutMeanwhileIsLedToTheLogIn() {
        var window = window(true).as("Sutton");
        ProfilePage.visit(window, "Daniel Bates");
        window.page().context().clearCookies();
        window.button("Follow Daniel Bates").click();
        assertThat(window.heading("Log in")).isVisible();
        Assertions.assertThat(window.troubles()).hasSize(1).first().asString().endsWith("401");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLongListIsReadToItsEnd(boolean script) {
        crowd(100);
        var list = ProfilePage.visit(window(script), "Sutton").followers();
        var read = new ArrayList<>(list.names());
        while (list.more()) {
            read.addAll(
                    list.names().subList(script ? read.size() : 0, list.names().size()));
        }
        Assertions.assertThat(read).isEqualTo(fans(100));
    }

    @Test
    void aLongListIsReadBack() {
        crowd(100);
        var list = ProfilePage.visit(window(false), "Sutton").followers();
        var first = list.names();
        Assertions.assertThat(list.more() && list.more()).isTrue();
        Assertions.assertThat(list.previous() && list.previous()).isTrue();
        Assertions.assertThat(list.names()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRowOfALongListKeepsItsPlaceWhenOneFollows(boolean script) {
        crowd(60);
        var window = window(script).as("Daniel Bates");
        var list = ProfilePage.visit(window, "Sutton").followers();
        Assertions.assertThat(list.more()).isTrue();
        window.button("Follow fan 1").click();
        assertThat(window.button("Unfollow fan 1")).isInViewport();
        assertThat(window.page()).hasURL(Pattern.compile(script ? "/followers$" : "/followers\\?after=.*#u"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void someoneIsFoundInAListAndTheListFilteredAndSorted(boolean script) {
        crowd(60);
        var window = window(script).as("Sutton");
        Transactions.run(() ->
                User.named("Sutton").orElseThrow().follow(User.named("fan 33").orElseThrow()));
        var list = ProfilePage.visit(window, "Sutton").followers();
        list.find("fan 7").shows("fan 7");
        assertThat(window.page()).hasURL(Pattern.compile("q=fan(%20|[+])7"));
        list.find("fan 3").choose("Show", "Mutual").shows("fan 33");
        assertThat(window.heading("Followers of Sutton followed back matching “fan 3”"))
                .isVisible();
        list.find("").choose("Show", "Everyone").choose("Sort", "Oldest first");
        assertThat(window.page().locator(".person").first()).containsText("fan 1");
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
