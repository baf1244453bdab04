package dev.retinue.users;

/** A row as the viewer sees it. */
public record Entry(Circle.Row row, boolean self, Relation relation) {

    public boolean following() {
        return relation.following();
    }

    /** What the two are to each other, in a word or two; empty where there is nothing to tell. */
    public String badge() {
        if (self) {
            return "You";
        }
        if (relation.mutual()) {
            return "Mutual";
        }
        return relation.followedBy() ? "Follows you" : "";
    }
}
