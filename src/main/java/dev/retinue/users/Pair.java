package dev.retinue.users;

import dev.retinue.sql.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody, somebody else, and everything that the one can do to the other. While it is in use, in the transaction of the
 * caller, nothing else changes what is between the two. Doing a thing again changes nothing and keeps its date.
 */
public class Pair {

    private final User user;

    private final User other;

    private final Relation relation;

    private final Instant now = Micros.now();

    private final Arc out;

    private final Arc in;

    private FollowEvent last;

    private Sentence changed;

    private Pair(User user, User other) {
        this.user = user;
        this.other = other;
        this.relation = Relation.to(other.id, Tied.toAnybody(user.id, other.id));
        this.out = new Arc(user, other, now);
        this.in = new Arc(other, user, now);
    }

    /** Waits until nobody else holds the two. */
    static Pair of(User user, User other) {
        Hold.of(user.id, List.of(other.id));
        return new Pair(user, other);
    }

    /** Likewise with whoever has that name; nothing where that is nobody, or the user. */
    static Optional<Pair> of(User user, String name, Duration patience) {
        return Hold.named(user, Username.key(name), patience)
                ? User.named(name).map(other -> new Pair(user, other))
                : Optional.empty();
    }

    User user() {
        return user;
    }

    User other() {
        return other;
    }

    /** As it was before. */
    public Relation relation() {
        return relation;
    }

    /** What the user has just done to the other. */
    public Optional<FollowEvent> done() {
        return Optional.ofNullable(last);
    }

    /** What the user has just changed without an event. */
    Optional<Sentence> changed() {
        return Optional.ofNullable(changed);
    }

    /** The last thing that the user did to the other, before that. */
    Optional<FollowEvent> last() {
        return new Deeds(user).last(other);
    }

    /** Asks where the other is private. Nobody follows themself, and nobody anyone beside a block. */
    public void follow() {
        if (relation.following() || relation.blocked() || user.is(other)) {
            return;
        }
        if (other.isPrivate()) {
            out.ask().ifPresent(this::done);
            return;
        }
        if (relation.requested()) {
            FollowRequest.end(user, other);
        }
        out.follow().ifPresent(this::done);
    }

    public void unfollow() {
        out.end(EventKind.UNFOLLOWED).ifPresent(this::done);
    }

    /** From now on the two alone see that the user follows the other. */
    public void followPrivately() {
        changed(out.change(edge -> edge.secretly(true)), Sentence.FOLLOWS_PRIVATELY);
    }

    /** From now on everyone may see that the user follows the other. */
    public void followOpenly() {
        changed(out.change(edge -> edge.secretly(false)), Sentence.FOLLOWS_OPENLY);
    }

    /**
     * What the user keeps in mind about following the other, for nobody else to see.
     *
     * @param note at most {@link Note#MAX_LENGTH} characters; empty for none
     * @return whether the user follows the other: else there is nothing to note
     */
    public boolean note(String note) {
        return out.change(edge -> edge.noted(note));
    }

    /** The request to follow the other. */
    public void withdraw() {
        out.endRequest(EventKind.WITHDRAWN).ifPresent(this::done);
    }

    /** The other's request, also one that was declined. */
    public void accept() {
        if (!relation.unreachable()) {
            in.accept().ifPresent(this::done);
        }
    }

    /** The other's request, without a word to the other. */
    public void decline() {
        in.decline().ifPresent(this::done);
    }

    /** Takes up a request again that was declined within the last 30 days. */
    public void reconsider() {
        changed(in.reconsider(), Sentence.WAITS);
    }

    public void removeFollower() {
        in.end(EventKind.REMOVED).ifPresent(this::done);
    }

    /** Ends every follow and request between the two. */
    public void block() {
        out.block(now).ifPresent(this::done);
    }

    /** Restores nothing. */
    public void unblock() {
        out.unblock().ifPresent(this::done);
    }

    /** Unblocks, and what the block ended is there again, as long as that is no more than 30 days ago. */
    public void restore() {
        undo().block().ifPresent(this::done);
    }

    /** @param until when it ends by itself; null where it does not */
    public void mute(Instant until) {
        if (!user.is(other)) {
            out.mute(until, relation.muting()).ifPresentOrElse(this::done, () -> changed = Sentence.MUTED);
        }
    }

    public void unmute() {
        out.unmute().ifPresent(this::done);
    }

    /**
     * Takes back the last thing that the user did to the other, as long as that is no more than ten minutes ago. What has
     * ended is there again since when it was before.
     *
     * @param event the id of what is to be taken back: nothing happens where it is not the last
     */
    public void undo(long event) {
        new Deeds(user)
                .last(other)
                .filter(done -> done.id == event && done.undoable(now))
                .ifPresentOrElse(this::undo, () -> changed = Sentence.NOTHING);
    }

    private void undo(FollowEvent done) {
        if (done.kind == EventKind.DECLINED) {
            changed = in.reconsider() ? Sentence.WAITS : Sentence.NOTHING;
        } else {
            undo().of(done).ifPresentOrElse(this::done, () -> changed = Sentence.NOTHING);
        }
    }

    private Undo undo() {
        return new Undo(out, in, relation);
    }

    private void changed(boolean changes, Sentence sentence) {
        if (changes) {
            changed = sentence;
        }
    }

    private void done(FollowEvent event) {
        last = event;
    }
}
