package dev.retinue.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;

/**
 * A PostgreSQL of the operator's own.
 *
 * @param url for JDBC
 * @param properties what the driver is told besides
 */
public record ConfiguredDatabase(String url, Properties properties) {

    private static final String SETTINGS = "quarkus.datasource.";

    private static final String MORE = SETTINGS + "jdbc.additional-jdbc-properties.";

    /** Nothing where the operator has none, and Retinue brings one along. */
    public static Optional<ConfiguredDatabase> in(Config config) {
        return config.getOptionalValue(SETTINGS + "jdbc.url", String.class)
                .map(url -> new ConfiguredDatabase(url, properties(config)));
    }

    private static Properties properties(Config config) {
        var properties = new Properties();
        for (var name : config.getPropertyNames()) {
            if (name.startsWith(MORE)) {
                put(properties, name.substring(MORE.length()), config, name);
            }
        }
        put(properties, "user", config, SETTINGS + "username");
        put(properties, "password", config, SETTINGS + "password");
        return properties;
    }

    private static void put(Properties properties, String key, Config config, String name) {
        config.getOptionalValue(name, String.class).ifPresent(value -> properties.setProperty(key, value));
    }

    /**
     * Logs in once, so that what is wrong there is told in a sentence, before a start fails of it in the midst of others.
     *
     * @throws IOException where nobody can; the message is for the operator
     */
    public void assertAnswers() throws IOException {
        try (var connection = new Driver().connect(url, properties)) {
            if (connection == null) {
                throw new IOException(
                        "%s is no address of a PostgreSQL, such as jdbc:postgresql://localhost:5432/retinue."
                                .formatted(place()));
            }
        } catch (SQLException e) {
            throw new IOException("The database at %s cannot be used: %s".formatted(place(), reason(e)), e);
        }
    }

    /** The driver tells the whole address where it cannot read it, and keeps for the cause why nobody is there. */
    private String reason(SQLException e) {
        var message = String.valueOf(e.getMessage()).replace(url, place());
        return e.getCause() == null ? message : message + " (" + e.getCause() + ")";
    }

    /** The address without what may be secret. */
    private String place() {
        return url.replaceFirst("[?].*", "").replaceFirst("//[^/]*@", "//");
    }
}
