package dev.retinue.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.SharedSessionContract;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** A {@link PlainSql} that is asked once. */
public final class PlainQuery {

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reader<T> {

        T read(Columns row) throws SQLException;
    }

    private final String text;

    private final List<String> parameters;

    private final SharedSessionContractImplementor session;

    private final Map<String, Object> values = new HashMap<>();

    PlainQuery(String text, List<String> parameters, SharedSessionContract session) {
        this.text = text;
        this.parameters = parameters;
        this.session = unwrapped(session);
    }

    /** @param value a number, a text, a time, or an array of numbers or texts */
    public PlainQuery set(String parameter, Object value) {
        values.put(parameter, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        return this;
    }

    /** The rows. What the session has changed and not yet written is written before; outside a transaction it keeps no connection. */
    public <T> List<T> list(Reader<T> reader) {
        var done = false;
        try {
            session.prepareForQueryExecution(false);
            if (session.isTransactionInProgress()) {
                session.flush();
            }
            var rows = ask(reader);
            done = true;
            return rows;
        } finally {
            session.afterOperation(done);
        }
    }

    private <T> List<T> ask(Reader<T> reader) {
        var jdbc = session.getJdbcCoordinator();
        var statement = jdbc.getStatementPreparer().prepareQueryStatement(text, false, null);
        try {
            bind(statement);
            return read(new Columns(jdbc.getResultSetReturn().extract(statement, text)), reader);
        } catch (SQLException e) {
            throw session.getJdbcServices()
                    .getSqlExceptionHelper()
                    .convert(e, "could not set parameters or read rows", text);
        } finally {
            jdbc.getLogicalConnection().getResourceRegistry().release(statement);
            jdbc.afterStatementExecution();
        }
    }

    /** The session that Quarkus gives a request leads to one of Hibernate's own. */
    private static SharedSessionContractImplementor unwrapped(SharedSessionContract session) {
        return session instanceof Session ofRequest
                ? ofRequest.unwrap(SessionImplementor.class)
                : (SharedSessionContractImplementor) session;
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (var i = 0; i < parameters.size(); i++) {
            var name = parameters.get(i);
            statement.setObject(i + 1, Objects.requireNonNull(values.get(name), name));
        }
    }

    private static <T> List<T> read(Columns row, Reader<T> reader) throws SQLException {
        var read = new ArrayList<T>();
        while (row.next()) {
            read.add(reader.read(row));
        }
        return read;
    }
}
