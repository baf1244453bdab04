package dev.retinue.users;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.query.Page;

/**
 * One page of a list, newest first.
 *
 * @param newer whether a page of newer rows comes before
 * @param older whether a page of older rows comes after
 */
record ListPage(List<Circle.Row> rows, boolean newer, boolean older) {

    static final int SIZE = 40;

    /** One row more than is shown tells whether there is another page. */
    private static final Page ROWS = Page.first(SIZE + 1);

    static ListPage top(Direction direction, User user, Circle circle) {
        var rows = direction.after(ListKey.TOP, user, circle, ROWS);
        return new ListPage(shown(rows), false, more(rows));
    }

    static ListPage after(ListKey key, Direction direction, User user, Circle circle) {
        var rows = direction.after(key, user, circle, ROWS);
        return new ListPage(shown(rows), true, more(rows));
    }

    static ListPage before(ListKey key, Direction direction, User user, Circle circle) {
        var rows = direction.before(key, user, circle, ROWS);
        var shown = new ArrayList<>(shown(rows));
        Collections.reverse(shown);
        return new ListPage(shown, more(rows), true);
    }

    public ListKey newest() {
        return ListKey.of(rows.get(0));
    }

    public ListKey oldest() {
        return ListKey.of(rows.get(rows.size() - 1));
    }

    private static boolean more(List<Circle.Row> rows) {
        return rows.size() > SIZE;
    }

    private static List<Circle.Row> shown(List<Circle.Row> rows) {
        return rows.subList(0, Math.min(SIZE, rows.size()));
    }
}
