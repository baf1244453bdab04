package dev.retinue.shell;

import dev.retinue.shell.Task.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import picocli.CommandLine.Option;

/** For what cannot be taken back: the operator is asked, or has said so before. */
class Consent {

    @Option(names = "--yes", description = "Does not ask whether this is meant.")
    boolean given;

    /** @throws Refused where the answer is not yes, or nobody is there to be asked */
    void ask(String question) throws IOException {
        if (given) {
            return;
        }
        if (!Terminal.isThere()) {
            throw new Refused("This cannot be taken back: say --yes if it is meant.");
        }
        System.err.print(question + " [y/N] ");
        var answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
            throw new Refused("Nothing was changed.");
        }
    }
}
