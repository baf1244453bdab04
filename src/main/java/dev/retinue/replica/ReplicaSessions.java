package dev.retinue.replica;

import io.quarkus.hibernate.orm.runtime.RequestScopedSessionHolder;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** The session in which a request reads, on the {@link Replica} where it can be. A transaction has one of its own, on the database. */
@Alternative
@Priority(1)
@RequestScoped
public class ReplicaSessions extends RequestScopedSessionHolder {

    @Inject
    Replica replica;

    @Inject
    CurrentVertxRequest request;

    private boolean asked;

    private Connection connection;

    private Session session;

    @Override
    public Session getOrCreateSession(String unit, SessionFactory database) {
        if (!asked) {
            asked = true;
            replica.connection(request.getCurrent()).ifPresent(found -> open(database, found));
        }
        return connection != null && Replica.isReadBy(request.getCurrent())
                ? session
                : super.getOrCreateSession(unit, database);
    }

    private void open(SessionFactory database, Connection found) {
        connection = found;
        session = database.withOptions().connection(found).openSession();
    }

    @Override
    @PreDestroy
    public void destroy() {
        super.destroy();
        if (connection != null) {
            session.close();
            close();
        }
    }

    private void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
