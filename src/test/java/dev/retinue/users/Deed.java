package dev.retinue.users;

import dev.retinue.sql.Retry;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.Session;

/** Something that one of a few people does to another. They go by their ids, from 1 on. */
record Deed(Verb verb, int one, int other) {

    private static final List<String> NAMES = List.of("", "Sutton", "Daniel", "Mira", "Priya");

    enum Verb {
        FOLLOW,
        UNFOLLOW,
        FOLLOW_PRIVATELY,
        FOLLOW_OPENLY,
        WITHDRAW,
        ACCEPT,
        DECLINE,
        RECONSIDER,
        REMOVE,
        BLOCK,
        UNBLOCK,
        RESTORE,
        MUTE,
        UNMUTE,
        UNDO,
        GO_PRIVATE,
        GO_PUBLIC
    }

    /** In the database, as the buttons do it. */
    void happens() {
        if (!Retry.transaction(this::happensAtAGlance)) {
            Retry.run(() -> {
                User user = User.findById((long) one);
                switch (verb) {
                    case GO_PRIVATE -> user.goPrivate(Staying.ALL);
                    case GO_PUBLIC -> user.goPublic();
                    default -> happens(user.with(User.findById((long) other)));
                }
            });
        }
    }

    private boolean happensAtAGlance() {
        return switch (verb) {
            case FOLLOW -> glance().flatMap(glance -> glance.follow(wishes())).isPresent();
            case UNFOLLOW ->
                glance().flatMap(glance -> glance.unfollow(wishes())).isPresent();
            default -> false;
        };
    }

    private static Wishes wishes() {
        return CDI.current().select(Wishes.class).get();
    }

    private Optional<Glance> glance() {
        User user = User.findById((long) one);
        User seen = User.findById((long) other);
        var whom = new Whom(seen.usernameKey, false);
        try (var session = User.getEntityManager()
                .unwrap(Session.class)
                .statelessWithOptions()
                .connection()
                .open()) {
            return SeenStatement.read(whom, user.id, session).map(sight -> new Glance(user, sight));
        }
    }

    private void happens(Pair pair) {
        switch (verb) {
            case FOLLOW -> pair.follow();
            case UNFOLLOW -> pair.unfollow();
            case FOLLOW_PRIVATELY -> pair.followPrivately();
            case FOLLOW_OPENLY -> pair.followOpenly();
            case WITHDRAW -> pair.withdraw();
            case ACCEPT -> pair.accept();
            case DECLINE -> pair.decline();
            case RECONSIDER -> pair.reconsider();
            case REMOVE -> pair.removeFollower();
            case BLOCK -> pair.block();
            case UNBLOCK -> pair.unblock();
            case RESTORE -> pair.restore();
            case MUTE -> pair.mute(null);
            case UNMUTE -> pair.unmute();
            case UNDO -> pair.last().ifPresent(last -> pair.undo(last.id));
            default -> throw new IllegalStateException(toString());
        }
    }

    @Override
    public String toString() {
        return NAMES.get(one) + " " + verb.name().toLowerCase(Locale.ROOT) + " " + NAMES.get(other);
    }
}
