package dev.retinue.users;

import io.quarkus.qute.TemplateEnum;

/** What the viewer can do to somebody by a button. */
@TemplateEnum
public enum Verb {
    FOLLOW("follow", "Follow", "follow"),
    FOLLOW_BACK("follow", "Follow back", "follow"),
    REQUEST("follow", "Request", "follow"),
    UNFOLLOW("unfollow", "Unfollow", "follow"),
    WITHDRAW("withdraw", "Withdraw", "follow"),
    FOLLOW_OPENLY("public", "Follow openly", "privacy"),
    FOLLOW_PRIVATELY("private", "Follow privately", "privacy"),
    REMOVE("remove-follower", "Remove", "remove"),
    REMOVE_FOLLOWER("remove-follower", "Remove from my followers", "remove"),
    ACCEPT("accept", "Accept", "accept"),
    DECLINE("decline", "Decline", "decline"),
    RECONSIDER("reconsider", "Undo", "reconsider"),
    MUTE("mute", "Mute", "mute"),
    UNMUTE("unmute", "Unmute", "mute"),
    UNBLOCK("unblock", "Unblock", "unblock"),
    RESTORE("restore", "Unblock and restore", "restore");

    /** The last part of the address that it is sent to. */
    public final String path;

    public final String label;

    /** Where one verb gives way to another, both have the same, and the focus stays there. */
    public final String place;

    Verb(String path, String label, String place) {
        this.path = path;
        this.label = label;
        this.place = place;
    }

    /** The one of the button that everybody has: what to do next about following them. */
    static Verb next(Relation relation, boolean asks) {
        if (relation.following()) {
            return UNFOLLOW;
        }
        if (asks) {
            return relation.requested() ? WITHDRAW : REQUEST;
        }
        return relation.followedBy() ? FOLLOW_BACK : FOLLOW;
    }

    /** Whether it is not what a page is there for. */
    public boolean isQuiet() {
        return switch (this) {
            case FOLLOW, FOLLOW_BACK, REQUEST, ACCEPT -> false;
            default -> true;
        };
    }

    /** Whether one chooses for how long. */
    public boolean isLasting() {
        return this == MUTE;
    }
}
