package dev.retinue.portability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of follows and their events, as far as they keep no rule. Built from all rows at once they take a fraction of what they
 * take row by row.
 */
class Indexes {

    private static final String NOT_OF_RULES = """
            select indexrelid::regclass, pg_get_indexdef(indexrelid) from pg_index i
            where indrelid in ('follows'::regclass, 'follow_events'::regclass)
                and not exists (select from pg_constraint where conindid = i.indexrelid)
            """;

    /** Whoever else is connected would have to wait; and where most is there already, less is done row by row. */
    private static final String WORTH_IT = """
            select not exists (
                    select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
                        and application_name <> current_setting('application_name'))
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
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(NOT_OF_RULES)) {
            while (found.next()) {
                names.add(found.getString(1));
                definitions.add(found.getString(2));
            }
        }
        Load.update(connection, "drop index " + String.join(", ", names));
    }

    /** As they were. */
    void build(Connection connection) throws SQLException {
        for (var definition : definitions) {
            Load.update(connection, definition);
        }
    }
}
