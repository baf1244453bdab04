package dev.retinue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Jar;
import dev.retinue.support.Member;
import dev.retinue.support.Nginx;
import dev.retinue.support.Postgres;
import dev.retinue.support.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two instances on one database are one site, for who asks the one and the other, and for who asks nginx in front of them, which leads to
 * either in turn. Neither has what the other keeps on its machine.
 */
@ParameterizedClass
@EnumSource(InstancesIT.Way.class)
class InstancesIT {

    /** How they are asked. */
    enum Way {
        ONE_BY_ONE,
        BEHIND_ONE_ADDRESS
    }

    private static final Duration FRESH = Duration.ofSeconds(15);

    @TempDir
    static Path folder;

    private static Postgres database;

    private static Jar first;

    private static Jar second;

    private static Nginx nginx;

    private final Way way;

    private final Site one;

    private final Site other;

    InstancesIT(Way way) {
        this.way = way;
        one = way == Way.ONE_BY_ONE ? first : nginx;
        other = way == Way.ONE_BY_ONE ? second : nginx;
    }

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
        first = Jar.serving(folder.resolve("one"), options);
        second = Jar.serving(folder.resolve("other"), options);
    }

    @BeforeParameterizedClassInvocation
    static void perhapsOneAddress(Way way) throws Exception {
        if (way == Way.BEHIND_ONE_ADDRESS) {
            nginx = new Nginx(folder.resolve("nginx"), first, second);
        }
    }

    @AfterAll
    static void end() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
        first.close();
        second.close();
        database.close();
    }

    @Test
    void whoLogsInAtOneIsLoggedInAtTheOtherAndLogsOutOfBoth() throws Exception {
        var member = signedUp("Lena");
        assertThat(member.page(other, "/").text()).contains("Hello, " + name("Lena"));
        member.at(other).post("/logout");
        assertThat(member.page(one, "/").text()).doesNotContain("Hello, " + name("Lena"));
        assertThat(folder.resolve("one")).doesNotExist();
    }

    @Test
    void whatOneOffersToUndoTheOtherUndoes() {
        var member = signedUp("Undine");
        signedUp("Una");
        var pressed = member.post(one, profile("Una") + "/follow");
        var notice = member.at(other).cookie("retinue-notice", pressed.cookie("retinue-notice"));
        var form = Jsoup.parse(notice.get(profile("Una")).asString()).select("#notice form");
        member.at(other)
                .formParam("event", form.select("input[name=event]").val())
                .post(form.attr("action"))
                .then()
                .statusCode(303);
        assertThat(member.followers(one, profile("Una"))).isZero();
    }

    @Test
    void aMemberSeesOwnChangesAtWhicheverInstance() {
        var member = signedUp("Rita");
        signedUp("Rosa");
        for (var round = 0; round < 2; round++) {
            member.post(one, profile("Rosa") + "/follow").then().statusCode(303);
            assertThat(member.followers(other, profile("Rosa"))).isEqualTo(1);
            member.post(other, profile("Rosa") + "/unfollow").then().statusCode(303);
            assertThat(member.followers(one, profile("Rosa"))).isZero();
        }
    }

    @Test
    void triesToLogInCountAtBoth() {
        signedUp("Greta");
        assertThat(Stream.of(one, other, one, other, one, other)
                        .map(site -> Member.form(site, name("Greta"), "wrong", address(1))
                                .post("/login")
                                .statusCode()))
                .containsExactly(422, 422, 422, 422, 429, 429);
    }

    @Test
    void newAccountsCountAtBoth() {
        var names = Stream.of("Sa", "Sb", "Sc", "Sd", "Se", "Sf").iterator();
        assertThat(Stream.of(one, other, one, other, one, other)
                        .map(site -> Member.form(site, name(names.next()), "long enough", address(2))
                                .post("/signup")
                                .statusCode()))
                .containsExactly(303, 303, 303, 303, 429, 429);
    }

    /** Three requests a round: behind one address, each next follow is the other's. */
    @Test
    void followsCountAtBoth() {
        var member = signedUp("Frida");
        signedUp("Flora");
        assertThat(Stream.of(one, other, one, other, one, other).map(site -> {
                    var status = member.post(site, profile("Flora") + "/follow").statusCode();
                    member.post(site, profile("Flora") + "/unfollow");
                    member.page(site, "/");
                    return status;
                }))
                .containsExactly(303, 303, 303, 303, 429, 429);
    }

    @Test
    void whoFollowsTheSameAtBothAtOnceIsCountedOnce() throws Exception {
        signedUp("Stella");
        var fans = Stream.of("Fa", "Fb", "Fc", "Fd", "Fe", "Ff", "Fg", "Fh")
                .map(this::signedUp)
                .toList();
        for (var round = 0; round < 3; round++) {
            atOnce(fans, profile("Stella") + "/follow");
            assertThat(fans.get(0).followers(one, profile("Stella"))).isEqualTo(fans.size());
            atOnce(fans, profile("Stella") + "/unfollow");
            assertThat(fans.get(0).followers(other, profile("Stella"))).isZero();
        }
    }

    /** Each at both. */
    private void atOnce(List<Member> members, String path) throws Exception {
        var posts = members.stream()
                .flatMap(member -> Stream.of(one, other).map(site ->
                        (Callable<Integer>) () -> member.post(site, path).statusCode()))
                .toList();
        var threads = Executors.newFixedThreadPool(posts.size());
        try {
            for (var answer : threads.invokeAll(posts)) {
                assertThat(answer.get()).isEqualTo(303);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Counted from when the change was answered to when the page is asked for: no slowness of the machine makes it longer. */
    @Test
    void noVisitorSeesWhatWasLongerThanAPageIsKept() throws Exception {
        var member = signedUp("Vera");
        signedUp("Vida");
        assertThat(Member.visitor().followers(one, profile("Vida"))).isZero();
        member.post(other, profile("Vida") + "/follow").then().statusCode(303);
        var changed = System.nanoTime();
        var asked = changed;
        while (Member.visitor().followers(one, profile("Vida")) == 0
                || Member.visitor().followers(other, profile("Vida")) == 0) {
            assertThat(Duration.ofNanos(asked - changed)).isLessThan(FRESH);
            Thread.sleep(200);
            asked = System.nanoTime();
        }
    }

    private Member signedUp(String name) {
        return Member.signedUp(one, name(name));
    }

    private String profile(String name) {
        return "/@" + name(name);
    }

    /** Somebody else each way, and from elsewhere. */
    private String name(String name) {
        return name + way.ordinal();
    }

    private String address(int number) {
        return "203.0.113." + (way.ordinal() * 10 + number);
    }
}
