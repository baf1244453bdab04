package dev.retinue;

import dev.retinue.database.ConfiguredDatabase;
import dev.retinue.database.DataDirectory;
import dev.retinue.database.EmbeddedDatabase;
import io.quarkus.runtime.ApplicationLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What must be there before the application starts: a database, and open ports only where it serves. What the operator has configured stays as it is.
 */
class Preparation implements AutoCloseable {

    private static final long STOP_SECONDS = 30;

    private final Config config = ConfigProvider.getConfig();

    private final Map<String, String> settings = new HashMap<>();

    private final Thread hook = new Thread(this::closeAfterApplication, "preparation");

    private EmbeddedDatabase database;

    /**
     * Puts the settings in force until this is closed.
     *
     * @throws IOException where it cannot be done; the message is for the operator
     */
    static Preparation of(boolean serves) throws IOException, SQLException {
        var preparation = new Preparation();
        preparation.prepare(serves);
        preparation.settings.forEach(System::setProperty);
        Runtime.getRuntime().addShutdownHook(preparation.hook);
        return preparation;
    }

    private void prepare(boolean serves) throws IOException, SQLException {
        var data = new DataDirectory(Path.of(setting("retinue.data-dir").orElse("data")));
        if (!serves) {
            settings.put("quarkus.http.host-enabled", "false");
            settings.put("quarkus.management.host-enabled", "false");
            settings.put("retinue.chores", "false");
            settings.put("retinue.statement-time", "0");
            settings.put("quarkus.transaction-manager.default-transaction-timeout", "0");
            settings.put("retinue.answer-seconds", "0");
            settings.put("quarkus.log.level", "WARN");
            settings.put("quarkus.log.console.stderr", "true");
        }
        settings.put(
                "quarkus.datasource.jdbc.additional-jdbc-properties.ApplicationName",
                serves ? "retinue serve" : "retinue command");
        var configured = ConfiguredDatabase.in(config);
        if (configured.isPresent()) {
            configured.get().assertAnswers();
        } else {
            database = serves ? EmbeddedDatabase.toServe(data) : EmbeddedDatabase.toUse(data);
            settings.putAll(database.settings());
            settings.put("retinue.demo-possible", String.valueOf(serves));
        }
    }

    private Optional<String> setting(String name) {
        return config.getOptionalValue(name, String.class);
    }

    /** By way of here where the application returns, as it does when development mode starts it anew. */
    @Override
    public void close() throws IOException {
        settings.keySet().forEach(System::clearProperty);
        if (!ApplicationLifecycleManager.isVmShuttingDown()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        closeDatabase();
    }

    private synchronized void closeDatabase() throws IOException {
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
            closeDatabase();
        } catch (Exception e) {
            System.err.println("The database was not stopped in order, and the next start takes it over: " + e);
        }
    }
}
