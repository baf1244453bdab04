package dev.retinue.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the embedded PostgreSQL after the first one. */
class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    private DataDirectory data;

    private Path programs;

    @BeforeEach
    void hasBeenStartedBefore() throws Exception {
        data = new DataDirectory(folder);
        EmbeddedDatabase.toUse(data).close();
        ask("create table kept as select 'all' as of");
        programs = new Programs(data).folder().toPath();
    }

    @Test
    void programsThatAreThereAreUsedAgain() throws Exception {
        var unpacked = Files.getLastModifiedTime(programs);
        ask("select of from kept");
        assertThat(Files.getLastModifiedTime(programs)).isEqualTo(unpacked);
    }

    @Test
    void anotherVersionBringsItsProgramsAndKeepsTheFiles() throws Exception {
        var older = programs.resolveSibling("older");
        Files.move(programs, older);
        ask("select of from kept");
        assertThat(programs).exists();
        assertThat(older).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**draft*");
    }

    @Test
    void whatAStartLeftThatWasKilledGoesWithTheNext() throws Exception {
        var draft = Files.createDirectories(folder.resolve("postgres-draft-1/base"));
        ask("select of from kept");
        assertThat(draft.getParent()).doesNotExist();
    }

    @Test
    void programsUnpackedByHalfAreUnpackedAnew() throws Exception {
        try (var each = Files.newDirectoryStream(programs)) {
            for (var one : each) {
                Files.delete(one.resolve(".exists"));
                Programs.delete(one.resolve("bin"));
            }
        }
        ask("select of from kept");
    }

    @Test
    void aServerThatDoesNotStartIsToldOfWithItsLog() throws Exception {
        Files.writeString(
                folder.resolve("postgres/postgresql.conf"), "max_connections = many", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> EmbeddedDatabase.toUse(data))
                .isInstanceOf(IOException.class)
                .hasMessage("PostgreSQL did not start: see " + folder.resolve("postgres.log"));
        assertThat(folder.resolve("postgres.log")).content().contains("max_connections");
    }

    private void ask(String statement) throws Exception {
        try (var database = EmbeddedDatabase.toUse(data)) {
            var settings = database.settings();
            try (var connection = DriverManager.getConnection(
                            settings.get("quarkus.datasource.jdbc.url"),
                            "postgres",
                            settings.get("quarkus.datasource.password"));
                    var all = connection.createStatement()) {
                all.execute(statement);
            }
        }
    }
}
