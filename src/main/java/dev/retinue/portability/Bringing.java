package dev.retinue.portability;

import dev.retinue.sql.Retry;
import dev.retinue.users.Allowance;
import dev.retinue.users.Directory;
import dev.retinue.users.FollowCounts;
import dev.retinue.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How a file becomes an import that can be looked at. */
@ApplicationScoped
public class Bringing {

    @Inject
    Directory directory;

    @Inject
    Allowance allowance;

    /**
     * In place of the import before.
     *
     * @param name of the file, which may tell what it is of
     * @param host of this site
     * @param kind a written {@link ImportKind}, or nothing where the file is to tell
     * @throws Unreadable where it cannot be imported, or another import is under way
     */
    public void bring(User user, Path path, String name, String host, String kind, boolean overwrite)
            throws IOException, Unreadable {
        var file = ImportFile.read(path, host);
        var guess = file.guess(name);
        var chosen = ImportKind.parse(kind).or(guess::kind).orElseThrow(() -> new Unreadable(unclear(guess)));
        var from = new Import(user.id, chosen, overwrite, name, file);
        from.looksLike = guess.words().equals(chosen.words) ? "" : guess.words();
        if (!Retry.transaction(() -> from.put(foreseen(user, chosen, file)))) {
            throw new Unreadable("Another file is being imported. Wait until it is done, or stop it.");
        }
    }

    private List<Foreseen> foreseen(User user, ImportKind kind, ImportFile file) {
        var keys = file.rows().stream()
                .map(ImportRow::key)
                .filter(key -> !key.isEmpty())
                .toList();
        var room = allowance.room(FollowCounts.of(user));
        return Foreseen.all(user, kind, file.rows(), directory.named(user, keys), room);
    }

    private static String unclear(Guess guess) {
        return guess.words().isEmpty()
                ? "Say what this file is of: it does not tell."
                : "This file looks like the people " + guess.words()
                        + ". Nobody can be made to follow you; choose what else to do with it.";
    }
}
