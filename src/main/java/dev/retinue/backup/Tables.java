package dev.retinue.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables of the schema as the database's own catalogue tells them, so that no table is ever forgotten here. */
class Tables {

    /** Flyway writes it. */
    private static final String HISTORY = "flyway_schema_history";

    private static final String NAMES = """
            select relname from pg_class
            where relkind = 'r' and relpersistence = 'p' and relnamespace = cast(current_schema as regnamespace)
                and relname <> '%s'
            order by relname
            """.formatted(HISTORY);

    private static final String COLUMNS = """
            select attname from pg_attribute
            where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum
            """;

    /** Which other tables a row of that table refers to. */
    private static final String NEEDS = """
            select distinct confrelid::regclass::text from pg_constraint
            where contype = 'f' and conrelid = cast(? as regclass) and confrelid <> conrelid
            """;

    private static final String SEQUENCE = """
            select pg_get_serial_sequence(?, attname) from pg_attribute
            where attrelid = cast(? as regclass) and attidentity <> ''
            """;

    private static final String VERSION = "select version from " + HISTORY
            + " where success and version is not null order by installed_rank desc limit 1";

    private Tables() {}

    static List<String> names(Connection connection) throws SQLException {
        return column(connection, NAMES);
    }

    static List<String> columns(Connection connection, String table) throws SQLException {
        return column(connection, COLUMNS, table);
    }

    /** Each after those to which its rows refer. */
    static List<String> inOrder(Connection connection, List<String> tables) throws SQLException {
        var ordered = new ArrayList<String>();
        while (ordered.size() < tables.size()) {
            for (var table : tables) {
                if (!ordered.contains(table) && ordered.containsAll(column(connection, NEEDS, table))) {
                    ordered.add(table);
                }
            }
        }
        return ordered;
    }

    /** The last number that the table gave to a row; 0 where it gives none. */
    static long lastNumber(Connection connection, String table) throws SQLException {
        var sequence = column(connection, SEQUENCE, table, table);
        return sequence.isEmpty()
                ? 0
                : Long.parseLong(column(connection, "select last_value from " + sequence.get(0))
                        .get(0));
    }

    /** The next row gets a greater number. */
    static void setLastNumber(Connection connection, String table, long number) throws SQLException {
        var sequence = column(connection, SEQUENCE, table, table);
        if (!sequence.isEmpty() && number > 0) {
            column(connection, "select setval(cast(? as regclass), " + number + ")", sequence.get(0));
        }
    }

    /** Of the schema: the number of the last migration. */
    static int version(Connection connection) throws SQLException {
        return Integer.parseInt(column(connection, VERSION).get(0));
    }

    static String copy(String table, List<String> columns) {
        return "copy " + table + " ("
                + String.join(
                        ", ", columns.stream().map(name -> '"' + name + '"').toList()) + ")";
    }

    /** The first column of what a query gives. */
    static List<String> column(Connection connection, String sql, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                var values = new ArrayList<String>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        }
    }
}
