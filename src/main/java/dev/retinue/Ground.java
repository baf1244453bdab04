package dev.retinue;

import dev.retinue.database.DataDirectory;
import dev.retinue.database.EmbeddedDatabase;
import io.quarkus.runtime.ApplicationLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What must be there before the application starts: a database, a key for the session cookies, and open ports only where
 * it serves. What the operator has configured stays as it is.
 */
class Ground implements AutoCloseable {

    private static final long STOP_SECONDS = 30;

    private final Map<String, String> settings = new HashMap<>();

    private EmbeddedDatabase database;

    private final Thread hook = new Thread(this::closeAfterApplication, "ground");

    private Ground() {}

    static Ground prepare(boolean serves) throws IOException, SQLException {
        var ground = new Ground();
        ground.fill(ConfigProvider.getConfig(), serves);
        Runtime.getRuntime().addShutdownHook(ground.hook);
        return ground;
    }

    Map<String, String> settings() {
        return settings;
    }

    private void fill(Config config, boolean serves) throws IOException, SQLException {
        var data = DataDirectory.at(Path.of(
                config.getOptionalValue("retinue.data-dir", String.class).orElse("data")));
        if (!serves) {
            settings.put("quarkus.http.host-enabled", "false");
            settings.put("quarkus.management.host-enabled", "false");
            settings.put("quarkus.log.level", "WARN");
            settings.put("quarkus.log.console.stderr", "true");
        }
        if (!isSet(config, "retinue.session-key")) {
            settings.put("retinue.session-key", data.secret("session.key"));
        }
        if (!isSet(config, "quarkus.datasource.jdbc.url")) {
            database = serves ? EmbeddedDatabase.toServe(data) : EmbeddedDatabase.toUse(data);
            settings.putAll(database.settings());
            settings.put("retinue.embedded", "true");
        }
    }

    private static boolean isSet(Config config, String name) {
        return config.getOptionalValue(name, String.class).isPresent();
    }

    /** By way of here where the application returns, as it does when development mode starts it anew. */
    @Override
    public synchronized void close() throws IOException {
        if (database != null) {
            database.close();
            database = null;
        }
    }

    /** By way of here where the process ends: the database stays until the application has stopped. */
    private void closeAfterApplication() {
        try {
            var application = ApplicationLifecycleManager.getCurrentApplication();
            if (application != null) {
                CompletableFuture.runAsync(application::awaitShutdown).get(STOP_SECONDS, TimeUnit.SECONDS);
            }
            close();
        } catch (Exception e) {
            System.err.println("The database was not stopped in order, and the next start takes it over: " + e);
        }
    }
}
