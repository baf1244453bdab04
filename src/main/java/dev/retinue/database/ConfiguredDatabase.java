package dev.retinue.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A PostgreSQL of the operator's own.
 *
 * @param url for JDBC, which may tell who logs in, too
 * @param username empty where it is in the address, or that of whoever starts the process
 * @param password empty where none is asked for
 */
public record ConfiguredDatabase(String url, String username, String password) {

    private static final String CONNECT_SECONDS = "10";

    /**
     * Logs in once, so that what is wrong there is told in a sentence, before a start fails of it in the midst of others.
     *
     * @throws IOException where nobody can; the message is for the operator
     */
    public void assertAnswers() throws IOException {
        try (var connection = new Driver().connect(url, properties())) {
            if (connection == null) {
                throw new IOException(
                        "%s is no address of a PostgreSQL, such as jdbc:postgresql://localhost:5432/retinue."
                                .formatted(place()));
            }
        } catch (SQLException e) {
            throw new IOException("The database at %s cannot be used: %s".formatted(place(), e.getMessage()), e);
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("logServerErrorDetail", "false");
        if (!username.isEmpty()) {
            properties.setProperty("user", username);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    /** The address without what may be secret. */
    private String place() {
        return url.replaceFirst("\\?.*", "");
    }
}
