package dev.retinue.shell;

import dev.retinue.users.Directory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine;

/** What the word that is being typed may be going to be: a command, an option, or a username. */
@ApplicationScoped
class Completion implements Completer {

    private static final int MOST = 20;

    @Inject
    Directory directory;

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        var command = new CommandLine(Shell.class);
        for (var word : line.words().subList(0, line.wordIndex())) {
            command = command.getSubcommands().getOrDefault(word, command);
        }
        if (!command.getSubcommands().isEmpty()) {
            command.getSubcommands().keySet().forEach(name -> candidates.add(new Candidate(name)));
        } else if (line.word().startsWith("-")) {
            command.getCommandSpec().optionsMap().keySet().forEach(name -> candidates.add(new Candidate(name)));
        } else {
            usernames(line.word()).forEach(name -> candidates.add(new Candidate(name)));
        }
    }

    private List<String> usernames(String begin) {
        return QuarkusTransaction.requiringNew().call(() -> directory.beginningWith(begin, MOST));
    }
}
