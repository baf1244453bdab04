package dev.retinue;

import dev.retinue.shell.Shell;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.sql.SQLException;

/** Where the program begins: the arguments are a command of the {@link Shell}; without one, it serves. */
@QuarkusMain
public class Main {

    private Main() {}

    public static void main(String... args) throws IOException {
        // Before anything logs
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        var answered = Shell.answerWithoutRunning(args);
        if (answered.isPresent()) {
            exit(answered.getAsInt());
        } else {
            run(args);
        }
    }

    private static void run(String... args) throws IOException {
        Preparation preparation;
        try {
            preparation = Preparation.of(Shell.serves(args));
        } catch (IOException | SQLException | IllegalStateException e) {
            System.err.println("Retinue cannot start. " + (e.getClass() == IOException.class ? e.getMessage() : e));
            exit(1);
            return;
        }
        try (preparation) {
            Quarkus.run(Shell.class, args);
        }
    }

    private static void exit(int code) {
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, null);
    }
}
