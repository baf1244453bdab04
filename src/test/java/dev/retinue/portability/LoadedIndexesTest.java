package dev.retinue.portability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database knows of its tables and finds in them by, after a load. */
@QuarkusTest
class LoadedIndexesTest extends LoadCase {

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
                + "coalesce((select pg_get_constraintdef(oid) from pg_constraint where conindid = indexrelid), '')";
        var before = indexes(definition);
        load("a,b\nb,c\n");
        assertThat(indexes(definition)).isEqualTo(before);
    }

    @Test
    void whoeverElseIsConnectedKeepsTheIndexesWhereTheyAre() throws Exception {
        var before = indexes("cast(indexrelid as bigint)");
        try (var other = database.getConnection()) {
            Load.update(other, "set application_name = 'somebody else'");
            load("a,b\nb,c\n");
            Load.update(other, "reset application_name");
        }
        assertThat(indexes("cast(indexrelid as bigint)")).isEqualTo(before);
        assertEverythingAgrees(2);
    }

    private static List<?> indexes(String what) {
        var sql = "select " + what + " from pg_index where indrelid in "
                + "(cast('follows' as regclass), cast('follow_events' as regclass)) order by 1";
        return Transactions.ask(
                () -> User.getEntityManager().createNativeQuery(sql).getResultList());
    }
}
