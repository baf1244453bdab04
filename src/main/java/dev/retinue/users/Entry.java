package dev.retinue.users;

/** A row as the viewer sees it. */
public record Entry(Circle.Row row, boolean self, Relation relation) {

    public boolean following() {
        return relation.following();
    }

    /** Who it is to the viewer; empty where there is nothing to tell. */
    public String badge() {
        return self ? "You" : relation.badge();
    }

    public String note() {
        return relation.note();
    }
}
