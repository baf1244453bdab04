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

    private static final String ADDRESS = "quarkus.datasource.jdbc.url";

    private final EmbeddedDatabase database;

    public Postgres(Path folder) throws IOException, SQLException {
        database = EmbeddedDatabase.toServe(new DataDirectory(folder));
    }

    public int port() throws IOException {
        return Integer.parseInt(database.settings().get(ADDRESS).replaceAll("\\D", ""));
    }

    /** The settings that lead a site here. */
    public String[] options() throws IOException {
        return options(port());
    }

    /** The settings that lead a site here by way of another port. */
    public String[] options(int port) throws IOException {
        var own = ":" + port() + "/";
        return database.settings().entrySet().stream()
                .map(each -> "-D" + each.getKey() + "=" + each.getValue().replace(own, ":" + port + "/"))
                .toArray(String[]::new);
    }

    public Connection connection() throws IOException, SQLException {
        var settings = database.settings();
        return DriverManager.getConnection(
                settings.get(ADDRESS),
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
