package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the database knows of its tables and finds in them by, after a load. */
@QuarkusTest
class LoadedIndexesTest extends LoadCase {

    private static final String MANY = IntStream.range(0, 50)
            .mapToObj(n -> "member_%d,Star%n".formatted(n))
            .collect(Collectors.joining());

    private static final String OID = "indexrelid::regclass || ' ' || indexrelid";

    @Inject
    AgroalDataSource database;

    @Test
    void theDatabaseKnowsTheSizeOfWhatWasLoaded() throws Exception {
        load("a,b\nb,c\nc,a\nc,b\n");
        var size = "select cast(reltuples as bigint) from pg_class where relname = 'follows'";
        assertThat(Transactions.ask(
                        () -> User.getEntityManager().createNativeQuery(size).getSingleResult()))
                .isEqualTo(4L);
    }

    @Test
    void theIndexesAreAfterwardsAsTheyWere() throws Exception {
        var definition = "pg_get_indexdef(indexrelid) || "
                + "coalesce((select pg_get_constraintdef(oid) from pg_constraint where conindid = indexrelid and conrelid = indrelid), '')";
        var before = indexes(definition);
        load(MANY);
        assertThat(indexes(definition)).isEqualTo(before);
    }

    @Test
    void whereMostIsNewTheIndexesAreMadeOfAllRows() throws Exception {
        var before = indexes(OID);
        load(MANY);
        var after = indexes(OID);
        assertThat(after).hasSameSizeAs(before);
        assertThat(before.stream().filter(after::contains).map(index -> index.split(" ")[0]))
                .contains("follows_noted")
                .doesNotContain("follows_pkey", "follows_followers", "follow_events_pair");
        assertEverythingAgrees(50);
    }

    @Test
    void whereMostIsThereTheIndexesStayWhereTheyAre() throws Exception {
        load(MANY);
        var before = indexes(OID);
        load(MANY + "a,b\n");
        assertThat(indexes(OID)).isEqualTo(before);
        assertEverythingAgrees(51);
    }

    @Test
    void whoeverElseIsConnectedKeepsTheIndexesWhereTheyAre() throws Exception {
        var before = indexes(OID);
        try (var other = database.getConnection()) {
            var name = other.getClientInfo("ApplicationName");
            other.setClientInfo("ApplicationName", "somebody else");
            try {
                load(MANY);
            } finally {
                other.setClientInfo("ApplicationName", name);
            }
        }
        assertThat(indexes(OID)).isEqualTo(before);
        assertEverythingAgrees(50);
    }

    @Test
    void anotherCommandAtWorkKeepsTheIndexesWhereTheyAre() throws Exception {
        var before = indexes(OID);
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            Load.update(other, "set local statement_timeout = 0");
            load(MANY);
            other.rollback();
        }
        assertThat(indexes(OID)).isEqualTo(before);
        assertEverythingAgrees(50);
    }

    private List<String> indexes(String what) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select " + what + " from pg_index where indrelid in "
                                + "('follows'::regclass, 'follow_events'::regclass) order by 1")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
