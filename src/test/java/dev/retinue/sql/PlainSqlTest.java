package dev.retinue.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.exception.SQLGrammarException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlainSqlTest extends RetinueTest {

    @Inject
    Original original;

    @Test
    void aParameterMayStandInSeveralPlacesAndACastIsNone() {
        var sql = new PlainSql("select :one::bigint + :one where :two = any(:three)");
        assertThat(original.<List<Long>>ask(session -> sql.in(session)
                        .set("one", 1L)
                        .set("two", "a")
                        .set("three", new String[] {"a", "b"})
                        .list(Columns::number)))
                .containsExactly(2L);
    }

    @Test
    void aParameterThatIsNotToldIsNamed() {
        var sql = new PlainSql("select :one");
        assertThatThrownBy(() -> original.ask(session -> sql.in(session).list(Columns::text)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("one");
    }

    @Test
    void whatTheDatabaseRefusesFailsAsOfHibernate() {
        var sql = new PlainSql("select no_column from users");
        assertThatThrownBy(() -> original.ask(session -> sql.in(session).list(Columns::text)))
                .isInstanceOf(SQLGrammarException.class);
    }
}
