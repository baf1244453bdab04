package dev.retinue.support;

import dev.retinue.database.DataDirectory;
import dev.retinue.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL that no site has started, as an operator has one, with what a test asks it beside the sites. */
public class Postgres implements AutoCloseable {

    private final EmbeddedDatabase database;

    public Postgres(Path folder) throws IOException, SQLException {
        database = EmbeddedDatabase.toServe(new DataDirectory(folder));
    }

    /** The settings that lead a site here. */
    public String[] options() throws IOException {
        return database.settings().entrySet().stream()
                .map(each -> "-D" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
    }

    public Connection connection() throws IOException, SQLException {
        var settings = database.settings();
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    /** How many rows there are of what stands after {@code from}. */
    public long count(String rows) throws IOException, SQLException {
        try (var connection = connection();
                var found = connection.createStatement().executeQuery("select count(*) from " + rows)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
