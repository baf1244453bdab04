package dev.retinue.portability;

import dev.retinue.users.Pair;
import dev.retinue.users.Relation;
import dev.retinue.web.Choice;
import java.util.Locale;
import java.util.Optional;

/** What a file of people is of. */
public enum ImportKind {
    FOLLOWING("whom you follow", "followed", "follows", "follower_id", "followed_id") {
        @Override
        Outcome forecast(Relation relation, boolean asks) {
            if (relation.blocked()) {
                return Outcome.APART;
            }
            if (relation.following() || asks && relation.requested()) {
                return Outcome.ALREADY;
            }
            return asks ? Outcome.WILL_ASK : Outcome.WILL;
        }

        @Override
        void begin(Pair pair) {
            pair.follow();
        }

        @Override
        void end(Pair pair) {
            pair.unfollow();
        }
    },
    BLOCKS("whom you block", "blocked", "blocks", "blocker_id", "blocked_id") {
        @Override
        Outcome forecast(Relation relation, boolean asks) {
            return relation.blocking() ? Outcome.ALREADY : Outcome.WILL;
        }

        @Override
        void begin(Pair pair) {
            pair.block();
        }

        @Override
        void end(Pair pair) {
            pair.unblock();
        }
    },
    MUTES("whom you mute", "muted", "mutes", "muter_id", "muted_id") {
        @Override
        Outcome forecast(Relation relation, boolean asks) {
            return relation.muting() ? Outcome.ALREADY : Outcome.WILL;
        }

        @Override
        void begin(Pair pair) {
            pair.mute(null);
        }

        @Override
        void end(Pair pair) {
            pair.unmute();
        }
    };

    /** After "the people". */
    public final String words;

    /** After "is". */
    final String done;

    /** Where the database keeps it, and by which columns. */
    final String table;

    final String owner;

    final String person;

    ImportKind(String words, String done, String table, String owner, String person) {
        this.words = words;
        this.done = done;
        this.table = table;
        this.owner = owner;
        this.person = person;
    }

    /** Nothing where the form leaves it to the file. */
    static Optional<ImportKind> parse(String written) {
        return Choice.among(values(), written);
    }

    /**
     * What comes of somebody who can be reached.
     *
     * @param asks whether they accept who follows
     */
    abstract Outcome forecast(Relation relation, boolean asks);

    abstract void begin(Pair pair);

    abstract void end(Pair pair);

    /** As a form says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
