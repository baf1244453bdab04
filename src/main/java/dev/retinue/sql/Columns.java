package dev.retinue.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The columns of a row, read one after the other. What the database leaves empty is null, but where it says otherwise below. */
public final class Columns {

    private final ResultSet rows;

    private int column;

    Columns(ResultSet rows) {
        this.rows = rows;
    }

    boolean next() throws SQLException {
        column = 0;
        return rows.next();
    }

    /** In SQL: the columns of those names, which spaces part, of that table. */
    public static String of(String table, String names) {
        return Arrays.stream(names.split("\\s+"))
                .map(name -> table + "." + name)
                .collect(Collectors.joining(", "));
    }

    public Long numberOrNull() throws SQLException {
        var number = rows.getLong(++column);
        return rows.wasNull() ? null : number;
    }

    /** Zero where the database has nothing there. */
    public long number() throws SQLException {
        return rows.getLong(++column);
    }

    /** False where the database has nothing there. */
    public boolean flag() throws SQLException {
        return rows.getBoolean(++column);
    }

    public String text() throws SQLException {
        return rows.getString(++column);
    }

    public String[] texts() throws SQLException {
        var array = rows.getArray(++column);
        return array == null ? null : (String[]) array.getArray();
    }

    public Instant time() throws SQLException {
        var time = rows.getObject(++column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public <E extends Enum<E>> E one(Class<E> of) throws SQLException {
        var name = text();
        return name == null ? null : Enum.valueOf(of, name);
    }
}
