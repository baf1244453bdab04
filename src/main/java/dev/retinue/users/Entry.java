package dev.retinue.users;

import java.time.Instant;

/** A row as the viewer sees it. */
public record Entry(Circle.Row row, boolean self, Relation relation) implements Listed {

    @Override
    public long id() {
        return row.id();
    }

    @Override
    public String username() {
        return row.username();
    }

    @Override
    public String avatar() {
        return row.avatar();
    }

    @Override
    public Instant since() {
        return row.since();
    }

    @Override
    public String detail() {
        return relation.muting() ? "muted" : "";
    }

    @Override
    public String badge() {
        return self ? "You" : relation.badge();
    }

    @Override
    public boolean secret() {
        return row.secret();
    }

    @Override
    public String note() {
        return relation.note();
    }

    public Verb verb() {
        return Verb.next(relation, row.asks());
    }
}
