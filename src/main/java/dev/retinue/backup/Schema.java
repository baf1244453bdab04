package dev.retinue.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The tables at one version or another. */
@ApplicationScoped
public class Schema {

    private static final Pattern TABLE = Pattern.compile("(?im)^create table (?:if not exists )?(\\w+)");

    @Inject
    Flyway flyway;

    @Inject
    AgroalDataSource database;

    /** The number of the newest migration that this program knows. */
    int newest() {
        return Arrays.stream(flyway.info().all())
                .map(MigrationInfo::getVersion)
                .mapToInt(version -> Integer.parseInt(version.getVersion()))
                .max()
                .orElseThrow();
    }

    /** The tables of that version, empty; only while they are. Nothing else in the database is touched. */
    void rebuild(int version) throws IOException, SQLException {
        var tables = tables();
        tables.add(flyway.getConfiguration().getTable());
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists " + String.join(", ", tables));
        }
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .target(String.valueOf(version))
                .load()
                .migrate();
    }

    /** To the newest version. */
    void migrate() {
        flyway.migrate();
    }

    /** Every table that a migration makes. */
    private List<String> tables() throws IOException {
        var tables = new ArrayList<String>();
        for (var migration : flyway.info().all()) {
            try (var script =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(migration.getScript())) {
                TABLE.matcher(new String(script.readAllBytes(), UTF_8))
                        .results()
                        .forEach(found -> tables.add(found.group(1)));
            }
        }
        return tables;
    }
}
