package dev.retinue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

@QuarkusTest
class ShellTest extends RetinueTest {

    @Inject
    Console console;

    @Test
    void aFollowBeginsOnceAndEndsOnce() {
        assertThat(said("follow", "Sutton", "Daniel Bates")).isEqualTo("Sutton follows Daniel Bates\n");
        var shown = said("show-follow", "sutton", "@daniel_bates");
        assertThat(shown).matches("Sutton follows Daniel Bates since 20\\S+Z\n");
        said("follow", "Sutton", "Daniel_Bates");
        assertThat(said("show-follow", "Sutton", "Daniel Bates")).isEqualTo(shown);
        assertThat(said("follows", "Sutton", "Daniel Bates")).isEqualTo("yes\n");
        assertThat(said("unfollow", "Sutton", "Daniel Bates")).isEqualTo("Sutton does not follow Daniel Bates\n");
        said("unfollow", "Sutton", "Daniel Bates");
        var no = console.run("follows", "Sutton", "Daniel Bates");
        assertThat(no.code()).isEqualTo(1);
        assertThat(no.output()).isEqualTo("no\n");
        refused("Sutton does not follow Daniel Bates.", "show-follow", "Sutton", "Daniel Bates");
    }

    @Test
    void whoeverAcceptsIsAskedAndABlockIsASentence() {
        Transactions.run(() -> User.<User>findById(user("Mira").id).privateSince = Instant.now());
        assertThat(said("follow", "Sutton", "Mira")).isEqualTo("Sutton has asked to follow Mira\n");
        assertThat(said("follow", "Sutton", "Mira")).isEqualTo("Sutton has asked to follow Mira\n");
        Transactions.run(() -> user("Priya").with(user("Sutton")).block());
        refused("That cannot be: one of them blocks the other, or is not here now.", "follow", "Sutton", "Priya");
        refused("Nobody follows themself.", "follow", "Sutton", "SUTTON");
        refused("There is nobody called Nobody.", "follow", "Sutton", "Nobody");
    }

    @Test
    void theListsArePrintedNewestFirst() {
        cast.follow("Mira", "Sutton");
        cast.follow("Daniel Bates", "Sutton");
        assertThat(said("followers", "Sutton").lines().map(line -> line.replaceFirst("\\S+  ", "")))
                .containsExactly("Daniel Bates", "Mira");
        assertThat(said("followers", "Sutton", "--limit", "1").lines()).hasSize(1);
        assertThat(said("following", "Sutton")).isEmpty();
        var first = new JsonObject(
                said("followers", "Sutton", "--json").lines().findFirst().orElseThrow());
        assertThat(first.getString("username")).isEqualTo("Daniel Bates");
        assertThat(first.getInstant("timestamp")).isNotNull();
    }

    @Test
    void everyFollowEndsWithAnEventWhereAllAreCleared() {
        cast.follow("Mira", "Sutton");
        cast.follow("Daniel Bates", "Sutton");
        refused("This cannot be taken back: say --yes if it is meant.", "clear-follows");
        assertThat(said("clear-follows", "--yes")).isEqualTo("2 follows ended.\n");
        assertThat(said("clear-follows", "--yes", "--json")).isEqualTo("{\"ended\":0}\n");
        assertThat(said("followers", "Sutton")).isEmpty();
        assertThat(console.run("check").code()).isZero();
        assertThat(new JsonObject(said("stats", "--json")).getLong("events")).isEqualTo(4);
    }

    @Test
    void listsAreTakenOutAndBroughtIn() throws IOException {
        cast.follow("Sutton", "Daniel Bates");
        var file = Files.createTempFile("following", ".csv");
        Files.writeString(file, said("export", "Sutton", "following", "--site", "https://example.org"));
        assertThat(Files.readString(file)).contains("Daniel_Bates@example.org,true,false,");
        assertThat(said("export", "Daniel Bates", "followers", "--json")).contains("\"username\":\"Sutton\"");
        assertThat(said("import", "Mira", file.toString())).isEqualTo("1 followed\n");
        assertThat(said("import", "Mira", file.toString(), "--json")).isEqualTo("{\"already followed\":1}\n");
        assertThat(said("follows", "Mira", "Daniel Bates")).isEqualTo("yes\n");
        Files.writeString(file, "");
        refused("There is nobody in this file.", "import", "Mira", file.toString());
        Files.delete(file);
        refused("There is no file to read at " + file + ".", "import", "Mira", file.toString());
    }

    @Test
    void aMemberIsMadeShownRenamedAndRemoved() {
        var made = said("user", "add", "Ines Duarte");
        assertThat(made).matches("Ines Duarte is a member now. Password, shown this once: [a-z2-9]{26}\n");
        assertThat(logIn("Ines Duarte", made.strip().replaceFirst(".*: ", ""))).isEqualTo(303);
        refused("Somebody is called ines_duarte already, or was.", "user", "add", "ines_duarte");
        refused("Use letters, digits, spaces and _ - . in a username, and nothing else.", "user", "add", "a/b");
        assertThat(said("user", "show", "Ines_Duarte")).contains("state      here\n", "followers  0\n");
        assertThat(said("user", "rename", "Ines Duarte", "Ines")).isEqualTo("Ines Duarte is called Ines now.\n");
        refused(
                "That name is somebody's, or the last rename is less than 30 days ago.",
                "user",
                "rename",
                "Ines",
                "Mira");
        cast.follow("Ines", "Sutton");
        refused("This cannot be taken back: say --yes if it is meant.", "user", "delete", "Ines");
        assertThat(said("user", "delete", "Ines", "--yes", "--json")).contains("\"deleted\":true");
        refused("There is nobody called Ines.", "user", "show", "Ines");
        assertThat(new JsonObject(said("user", "show", "Sutton", "--json")).getLong("followers"))
                .isZero();
    }

    @Test
    void aPasswordIsMadeOrRead() {
        var before = Browser.of("Sutton");
        var told = said("user", "reset-password", "Sutton").strip();
        assertThat(told).matches(".* Password, shown this once: [a-z2-9]{26}");
        assertThat(before.status("/history")).isEqualTo(303);
        assertThat(logIn("Sutton", told.replaceFirst(".*: ", ""))).isEqualTo(303);
        var read = console.runWith("a new one, long enough\n", "user", "reset-password", "Sutton", "--password-stdin");
        assertThat(read.output()).isEqualTo("Sutton has another password.\n");
        assertThat(logIn("Sutton", "a new one, long enough")).isEqualTo(303);
        var refused = console.runWith("short\n", "user", "add", "Ines", "--password-stdin");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.problem()).isEqualTo("A password has 8 to 128 characters.\n");
    }

    @Test
    void whoeverIsSuspendedIsSeenByNobodyAndKeptOut() {
        cast.follow("Daniel Bates", "Mira");
        var daniel = Browser.of("Daniel Bates");
        said("user", "suspend", "Daniel Bates");
        var visitor = Browser.visitor();
        assertThat(visitor.status("/@Daniel_Bates")).isEqualTo(404);
        assertThat(visitor.page("/@Mira/followers").select(".person")).isEmpty();
        assertThat(daniel.status("/history")).isEqualTo(303);
        assertThat(visitor.submit("/login", Map.of("username", "Daniel Bates", "password", "correct horse"))
                        .asString())
                .contains("This account is suspended.");
        assertThat(logIn("Daniel Bates", "wrong horse")).isEqualTo(422);
        assertThat(said("user", "show", "Daniel Bates")).contains("state      suspended\n");
        said("user", "restore", "Daniel Bates");
        assertThat(visitor.page("/@Mira/followers").select(".person")).hasSize(1);
        assertThat(logIn("Daniel Bates", "correct horse")).isEqualTo(303);
        assertThat(console.run("check").code()).isZero();
    }

    @Test
    void whoeverWasAwayBeforeASuspensionIsAwayAfterIt() {
        Transactions.run(() -> user("Mira").deactivate());
        said("user", "suspend", "Mira");
        said("user", "restore", "Mira");
        assertThat(said("user", "show", "Mira")).contains("state      deactivated\n");
        assertThat(Browser.visitor().status("/@Mira")).isEqualTo(404);
        assertThat(logIn("Mira", "correct horse")).isEqualTo(303);
        assertThat(Browser.visitor().status("/@Mira")).isEqualTo(200);
    }

    @Test
    void whatIsTypedWrongIsToldWithTheHelp() {
        var wrong = console.run("follow", "Sutton");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.problem()).contains("Missing required parameter: 'B'").contains("Example: follow");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExample(List<String> command) {
        var words = new ArrayList<>(command);
        words.add("--help");
        var help = console.run(words.toArray(String[]::new));
        assertThat(help.code()).isZero();
        assertThat(help.output()).contains("Example: ");
    }

    static List<List<String>> commands() {
        var all = new ArrayList<List<String>>();
        var shell = new CommandLine(Shell.class);
        for (var name : new TreeSet<>(shell.getSubcommands().keySet())) {
            all.add(List.of(name));
            shell.getSubcommands().get(name).getSubcommands().keySet().forEach(sub -> all.add(List.of(name, sub)));
        }
        return all;
    }

    private String said(String... words) {
        var answer = console.run(words);
        assertThat(answer.problem()).isEmpty();
        assertThat(answer.code()).isZero();
        return answer.output();
    }

    private void refused(String sentence, String... words) {
        var answer = console.run(words);
        assertThat(answer.problem()).isEqualTo(sentence + "\n");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.output()).isEmpty();
    }

    private static int logIn(String name, String password) {
        return Browser.visitor()
                .submit("/login", Map.of("username", name, "password", password))
                .statusCode();
    }

    private static User user(String name) {
        return User.named(name).orElseThrow();
    }
}
