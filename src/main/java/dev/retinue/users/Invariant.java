package dev.retinue.users;

import java.time.Instant;
import java.util.Locale;

/** What always holds between two users, as SQL that finds where it does not: {@code follower_id} and {@code followed_id}. */
enum Invariant {
    NO_FOLLOW_BESIDE_A_BLOCK("""
            select f.follower_id, f.followed_id from blocks b
                join follows f on f.follower_id = b.blocker_id and f.followed_id = b.blocked_id
            union select f.follower_id, f.followed_id from blocks b
                join follows f on f.follower_id = b.blocked_id and f.followed_id = b.blocker_id
            """) {
        @Override
        void repair(long follower, long followed) {
            arc(follower, followed).end(EventKind.SEVERED);
        }
    },
    NO_REQUEST_BESIDE_A_BLOCK("""
            select r.follower_id, r.followed_id from blocks b
                join follow_requests r on r.follower_id = b.blocker_id and r.followed_id = b.blocked_id
            union select r.follower_id, r.followed_id from blocks b
                join follow_requests r on r.follower_id = b.blocked_id and r.followed_id = b.blocker_id
            """) {
        @Override
        void repair(long follower, long followed) {
            arc(follower, followed).endRequest(EventKind.RETRACTED);
        }
    },
    NO_REQUEST_BESIDE_A_FOLLOW("""
            select follower_id, followed_id from follow_requests join follows using (follower_id, followed_id)
            """) {
        @Override
        void repair(long follower, long followed) {
            arc(follower, followed).endRequest(EventKind.RETRACTED);
        }
    },
    /** But for those for whom there is still a chore. */
    A_FOLLOW_IS_HIDDEN_WITH_ITS_ENDS("""
            select f.follower_id, f.followed_id from follows f
                join users follower on follower.id = f.follower_id join users followed on followed.id = f.followed_id
            where (f.follower_hidden <> (follower.hidden_since is not null)
                    or f.followed_hidden <> (followed.hidden_since is not null))
                and not exists (select from chores where user_id in (f.follower_id, f.followed_id))
            """) {
        @Override
        void repair(long follower, long followed) {
            var arc = arc(follower, followed);
            arc.change(edge -> edge.between(arc.follower(), arc.followed()));
        }
    },
    /** A follow that was not begun or loaded here may have no event. */
    THE_LAST_EVENT_AGREES_WITH_THE_FOLLOW("""
            select follower_id, followed_id from (
                select distinct on (follower_id, followed_id) follower_id, followed_id, kind from follow_events
                where kind in %1$s or kind in %2$s
                order by follower_id, followed_id, id desc) last
                left join follows f using (follower_id, followed_id)
            where (f.followed_id is not null) <> (kind in %1$s)
            """.formatted(EventKind.BEGINS, EventKind.ENDS)) {
        @Override
        void repair(long follower, long followed) {
            var follows =
                    Follow.findByIdOptional(new Follow.Pair(follower, followed)).isPresent();
            new FollowEvent(follower, followed, follows ? EventKind.FOLLOWED : EventKind.UNFOLLOWED, Instant.now())
                    .again()
                    .recorded();
        }
    },
    AN_EVENT_OF_WHO_IS_GONE_HOLDS_ONLY_NUMBERS("""
            select distinct follower_id, followed_id from follow_events
            where note <> '' and (not exists (select from users where id = follower_id)
                or not exists (select from users where id = followed_id))
            """) {
        @Override
        void repair(long follower, long followed) {
            FollowEvent.update("note = '' where followerId = ?1 and followedId = ?2", follower, followed);
        }
    };

    /** What gives the pairs for which it does not hold. */
    final String violations;

    Invariant(String violations) {
        this.violations = violations;
    }

    /** Makes it hold for this pair, while the counts of both are held. */
    abstract void repair(long follower, long followed);

    private static Arc arc(long follower, long followed) {
        return new Arc(User.findById(follower), User.findById(followed), Instant.now());
    }

    @Override
    public String toString() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
