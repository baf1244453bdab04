package dev.retinue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Jar;
import dev.retinue.support.Pty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator at a terminal. */
class ShellIT {

    private static final String PROMPT = "retinue> ";

    @TempDir
    Path folder;

    @Test
    void whatOneDoesAtAConsoleToTryTheModel() throws Exception {
        try (var shell = Pty.of(folder, "shell")) {
            shell.await(PROMPT);
            says(shell, "user add Sutton", "Sutton is a member now.");
            says(shell, "user add \"Daniel Bates\"", "Daniel Bates is a member now.");
            says(shell, "follow Sutton \"Daniel Bates\"", "Sutton follows Daniel Bates");
            says(shell, "following Sutton", "Daniel Bates");
            says(shell, "followers Daniel_Bates", "Sutton");
            says(shell, "show-follow Sutton \"Daniel Bates\"", "Sutton follows Daniel Bates since 20");
            says(shell, "follow Sutton \"Daniel Bates\"", "Sutton follows Daniel Bates");
            says(shell, "user show Sutton", "following  1");
            says(shell, "follows Sutton \"Daniel Bates\"", "yes");
            says(shell, "unfollow Sutton \"Daniel Bates\"", "Sutton does not follow Daniel Bates");
            says(shell, "follows Sutton \"Daniel Bates\"", "no");
            says(shell, "follow Sutton \"Daniel Bates\"", "Sutton follows Daniel Bates");
            says(shell, "clear-follows --yes", "1 follows ended.");
            says(shell, "user show \"Daniel Bates\"", "followers  0");
            says(shell, "user delete \"Daniel Bates\" --yes", "Daniel Bates is gone.");
            says(shell, "follow Sutton \"Daniel Bates\"", "There is nobody called Daniel Bates.");
            says(shell, "nonsense", "Unmatched argument");
            says(shell, "check", "Every count is the length of its list");
            shell.type("\u0004");
            assertThat(shell.awaitEnd()).isZero();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("shell.history"))))
                .isEqualTo("rw-------");
    }

    @Test
    void tabCompletesCommandsAndUsernamesBesideAServer() throws Exception {
        try (var server = Jar.serving(folder);
                var shell = Pty.of(folder, "shell")) {
            server.await("Log in as");
            shell.await(PROMPT);
            shell.type("unf\tsut\tdan\t\r");
            shell.await("\nSutton does not follow Daniel Bates\n");
            shell.await(PROMPT);
            shell.type("\u0010\r");
            shell.await("\nSutton does not follow Daniel Bates\n");
            shell.await(PROMPT);
            shell.type("\u0004");
            assertThat(shell.awaitEnd()).isZero();
            assertThat(server.request().get("/@Daniel_Bates/followers").asString())
                    .doesNotContain(">Sutton<");
        }
    }

    @Test
    void aPersonIsAskedBeforeWhatCannotBeTakenBack() throws Exception {
        assertThat(Jar.ran(folder, "user", "add", "Sutton").exitCode()).isZero();
        try (var command = Pty.of(folder, "user delete Sutton")) {
            command.await("Remove Sutton for good? [y/N] ");
            command.type("n\r");
            command.await("Nothing was changed.");
            assertThat(command.awaitEnd()).isEqualTo(1);
        }
        try (var command = Pty.of(folder, "user delete Sutton")) {
            command.await("Remove Sutton for good? [y/N] ");
            command.type("y\r");
            command.await("Sutton is gone.");
            assertThat(command.awaitEnd()).isZero();
        }
    }

    private static void says(Pty shell, String command, String answer) throws Exception {
        shell.type(command + "\r");
        shell.await(command);
        shell.await(answer);
        shell.await(PROMPT);
    }
}
