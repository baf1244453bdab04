package dev.retinue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Jar;
import dev.retinue.support.Member;
import dev.retinue.support.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one database are one site. Neither has what the other keeps on its machine. */
class InstancesIT {

    private static final Duration FRESH = Duration.ofSeconds(15);

    @TempDir
    static Path folder;

    private static Postgres database;

    private static Jar one;

    private static Jar other;

    @BeforeAll
    static void twoInstances() throws Exception {
        database = new Postgres(folder.resolve("database"));
        var options = Stream.concat(
                        Stream.of(database.options()),
                        Stream.of(
                                "-Dretinue.chores=false",
                                "-Dretinue.attempts.passwords=4",
                                "-Dretinue.attempts.sign-ups=4",
                                "-Dretinue.limits.a-minute=4"))
                .toArray(String[]::new);
        one = Jar.serving(folder.resolve("one"), options);
        other = Jar.serving(folder.resolve("other"), options);
    }

    @AfterAll
    static void end() throws Exception {
        one.close();
        other.close();
        database.close();
    }

    @Test
    void whoLogsInAtOneIsLoggedInAtTheOtherAndLogsOutOfBoth() throws Exception {
        var member = signedUp("Lena");
        assertThat(member.page(other, "/").text()).contains("Hello, Lena");
        member.at(other).post("/logout");
        assertThat(member.page(one, "/").text()).doesNotContain("Hello, Lena");
        assertThat(folder.resolve("one")).doesNotExist();
    }

    @Test
    void whatOneOffersToUndoTheOtherUndoes() {
        var member = signedUp("Undine");
        signedUp("Una");
        var pressed = member.post(one, "/@Una/follow");
        var notice = member.at(other).cookie("retinue-notice", pressed.cookie("retinue-notice"));
        var form = Jsoup.parse(notice.get("/@Una").asString()).select("#notice form");
        member.at(other)
                .formParam("event", form.select("input[name=event]").val())
                .post(form.attr("action"))
                .then()
                .statusCode(303);
        assertThat(member.followers(one, "/@Una")).isZero();
    }

    @Test
    void aMemberSeesOwnChangesAtWhicheverInstance() {
        var member = signedUp("Rita");
        signedUp("Rosa");
        for (var round = 0; round < 2; round++) {
            member.post(one, "/@Rosa/follow").then().statusCode(303);
            assertThat(member.followers(other, "/@Rosa")).isEqualTo(1);
            member.post(other, "/@Rosa/unfollow").then().statusCode(303);
            assertThat(member.followers(one, "/@Rosa")).isZero();
        }
    }

    @Test
    void triesToLogInCountAtBoth() {
        signedUp("Greta");
        assertThat(Stream.of(one, other, one, other, one, other)
                        .map(jar -> Member.form(jar, "Greta", "wrong", "203.0.113.1")
                                .post("/login")
                                .statusCode()))
                .containsExactly(422, 422, 422, 422, 429, 429);
    }

    @Test
    void newAccountsCountAtBoth() {
        var names = Stream.of("Sa", "Sb", "Sc", "Sd", "Se", "Sf").iterator();
        assertThat(Stream.of(one, other, one, other, one, other)
                        .map(jar -> Member.form(jar, names.next(), "long enough", "203.0.113.2")
                                .post("/signup")
                                .statusCode()))
                .containsExactly(303, 303, 303, 303, 429, 429);
    }

    @Test
    void followsCountAtBoth() {
        var member = signedUp("Frida");
        signedUp("Flora");
        assertThat(Stream.of(one, other, one, other, one, other).map(jar -> {
                    var status = member.post(jar, "/@Flora/follow").statusCode();
                    member.post(jar, "/@Flora/unfollow");
                    return status;
                }))
                .containsExactly(303, 303, 303, 303, 429, 429);
    }

    /** Counted from when the change was answered to when the page is asked for: no slowness of the machine makes it longer. */
    @Test
    void noVisitorSeesWhatWasLongerThanAPageIsKept() throws Exception {
        var member = signedUp("Vera");
        signedUp("Vida");
        assertThat(Member.visitor().followers(one, "/@Vida")).isZero();
        member.post(other, "/@Vida/follow").then().statusCode(303);
        var changed = System.nanoTime();
        var asked = changed;
        while (Member.visitor().followers(one, "/@Vida") == 0) {
            assertThat(Duration.ofNanos(asked - changed)).isLessThan(FRESH);
            Thread.sleep(200);
            asked = System.nanoTime();
        }
    }

    private static Member signedUp(String name) {
        return Member.signedUp(one, name);
    }
}
