package dev.retinue.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The script that spreads the tables over a Citus cluster, run in a database of its own where the functions of Citus only note
 * what they are asked for. What Citus demands of a table stands in PostgreSQL's catalogs.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CitusTest {

    private static final Path SCRIPT = Path.of("src", "main", "resources", "db", "citus.sql");

    /** It stays where the site connects. */
    private static final String HISTORY_OF_MIGRATIONS = "flyway_schema_history";

    private static final String NOTES = """
            create schema citus;
            create table citus.spread (name regclass primary key, by name, beside text);
            create function create_reference_table(name regclass) returns void
                language sql as 'insert into citus.spread values (name)';
            create function create_distributed_table(name regclass, by text, colocate_with text default 'default')
                returns void language sql as 'insert into citus.spread values (name, by, colocate_with)';
            """;

    /** What is unique in all of a table that is not whole on any machine. */
    private static final String UNIQUE_ELSEWHERE = """
            select i.indexrelid::regclass from citus.spread s join pg_index i on i.indrelid = s.name
            where s.by is not null and i.indisunique and not exists (
                select from pg_attribute where attrelid = s.name and attname = s.by and attnum = any(i.indkey))
            """;

    /** A foreign key to a table that is whole nowhere, but for one by which both tables are spread. */
    private static final String REFERENCES_ELSEWHERE = """
            select c.conname from pg_constraint c
                join citus.spread s on s.name = c.conrelid left join citus.spread t on t.name = c.confrelid
            where c.contype = 'f' and (t.name is null or t.by is not null and (s.by is null or not exists (
                select from unnest(c.conkey, c.confkey) pair (here, there)
                    join pg_attribute h on h.attrelid = s.name and h.attnum = here and h.attname = s.by
                    join pg_attribute o on o.attrelid = t.name and o.attnum = there and o.attname = t.by)))
            """;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String address;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private Connection server;

    private Connection database;

    @BeforeEach
    void theScriptHasRun() throws SQLException, IOException {
        server = DriverManager.getConnection(address, user, password);
        run(server, "drop database if exists citus");
        run(server, "create database citus");
        var ofItsOwn = address.replaceFirst("/postgres$", "/citus");
        Flyway.configure().dataSource(ofItsOwn, user, password).load().migrate();
        database = DriverManager.getConnection(ofItsOwn, user, password);
        run(database, """
                insert into users (username, username_key, created_at) values ('a', 'a', now()), ('b', 'b', now());
                insert into follows (follower_id, followed_id, note) values (1, 2, 'Met in Cardiff.'), (2, 1, '');
                """);
        run(database, NOTES);
        run(database, Files.readString(SCRIPT));
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        database.close();
        run(server, "drop database citus");
        server.close();
    }

    @Test
    void everyTableIsWholeOnEveryMachineOrSpreadByAColumn() throws SQLException {
        assertThat(rows("""
                        select relname from pg_class left join citus.spread on name = pg_class.oid
                        where relnamespace = 'public'::regnamespace and relkind = 'r' and name is null
                        """)).containsExactly(HISTORY_OF_MIGRATIONS);
        assertThat(rows("""
                        select name from citus.spread where by is not null
                            and not exists (select from pg_attribute where attrelid = name and attname = by)
                        """)).isEmpty();
    }

    @Test
    void whatIsUniqueOnAMachineIsUnique() throws SQLException {
        assertThat(rows(UNIQUE_ELSEWHERE)).isEmpty();
        run(database, "create unique index by_note on follows (note)");
        assertThat(rows(UNIQUE_ELSEWHERE)).containsExactly("by_note");
    }

    @Test
    void whatARowRefersToIsOnItsMachine() throws SQLException {
        assertThat(rows(REFERENCES_ELSEWHERE)).isEmpty();
        run(database, "alter table sessions add constraint astray foreign key (user_id) references imports");
        assertThat(rows(REFERENCES_ELSEWHERE)).containsExactly("astray");
    }

    @Test
    void theRowsOfAMemberAreOnOneMachine() throws SQLException {
        assertThat(
                        rows(
                                "select name from citus.spread where by in ('user_id', 'follower_id') and beside <> 'follow_counts'"))
                .containsExactly("follow_counts");
        assertThat(rows("select by from citus.spread where name = 'followers'::regclass and beside = 'follow_counts'"))
                .containsExactly("followed_id");
    }

    @Test
    void noTableHasWhatCannotBeSpread() throws SQLException {
        assertThat(rows("select tgname from pg_trigger where not tgisinternal")).isEmpty();
        assertThat(rows("select rulename from pg_rules where schemaname = 'public'"))
                .isEmpty();
        assertThat(rows("select attname from pg_attribute where attgenerated <> ''"))
                .isEmpty();
        assertThat(rows("select attname from pg_attribute where attidentity <> '' and atttypid <> 'bigint'::regtype"))
                .isEmpty();
    }

    @Test
    void theMirrorBeginsWithEveryFollowAsItIs() throws SQLException {
        assertThat(rows("table followers")).hasSize(2);
        assertThat(rows("table follows except table followers")).isEmpty();
        assertThat(rows("""
                        select attname from pg_attribute where attrelid = 'follows'::regclass and attnum > 0
                        except select attname from pg_attribute where attrelid = 'followers'::regclass
                        """)).isEmpty();
    }

    private List<String> rows(String question) throws SQLException {
        try (var statement = database.createStatement();
                var answer = statement.executeQuery(question)) {
            var rows = new ArrayList<String>();
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
            return rows;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
