package dev.retinue;

import dev.retinue.database.EmbeddedDatabase;
import dev.retinue.shell.Shell;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the program begins: the arguments are a command of the {@link Shell}; without one, it serves. */
@QuarkusMain
public class Main {

    private Main() {}

    public static void main(String... args) throws Exception {
        var answered = Shell.answerWithoutRunning(args);
        if (answered.isPresent()) {
            exit(answered.getAsInt());
            return;
        }
        try (var ground = Ground.prepare(Shell.serves(args))) {
            ground.settings().forEach(System::setProperty);
            Quarkus.run(Shell.class, args);
        } catch (EmbeddedDatabase.AlreadyServing e) {
            System.err.println(e.getMessage());
            exit(1);
        }
    }

    private static void exit(int code) {
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, null);
    }
}
