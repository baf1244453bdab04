package dev.retinue.portability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of all follows and of all their events, those of their keys among them. Built from all rows at once they take a fraction
 * of what they take row by row.
 */
class Indexes {

    /** The few rows of an index with a condition cost less row by row. */
    private static final String WHOLE = """
            select case when conname is null then format('drop index %s', indexrelid::regclass)
                    else format('alter table %s drop constraint %I', indrelid::regclass, conname) end,
                case when conname is null then pg_get_indexdef(indexrelid)
                    else format('alter table %s add constraint %I %s', indrelid::regclass, conname, pg_get_constraintdef(c.oid)) end
            from pg_index left join pg_constraint c on conindid = indexrelid and conrelid = indrelid
            where indrelid in ('follows'::regclass, 'follow_events'::regclass) and indpred is null
            """;

    /** Whoever else is connected, or at work by another command, would have to wait; and where most is there already, less is done row by row. */
    private static final String WORTH_IT = """
            select not exists (
                    select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
                        and (application_name <> current_setting('application_name')
                            or pid <> pg_backend_pid() and state <> 'idle'))
                and (select count(*) from (select from follows limit %1$d) there) < %1$d
            """;

    private final List<String> definitions = new ArrayList<>();

    private Indexes() {}

    /** Drops them, where so many follows are about to come and nobody else is there; none otherwise. */
    static Indexes setAside(Connection connection, long follows) throws SQLException {
        var indexes = new Indexes();
        if (worthIt(connection, follows)) {
            indexes.drop(connection);
        }
        return indexes;
    }

    private static boolean worthIt(Connection connection, long follows) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(WORTH_IT.formatted(follows))) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private void drop(Connection connection) throws SQLException {
        var drops = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(WHOLE)) {
            while (found.next()) {
                drops.add(found.getString(1));
                definitions.add(found.getString(2));
            }
        }
        Load.update(connection, String.join(";", drops));
    }

    /** As they were. */
    void build(Connection connection) throws SQLException {
        for (var definition : definitions) {
            Load.update(connection, definition);
        }
    }
}
