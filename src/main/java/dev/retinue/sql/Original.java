package dev.retinue.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** The database itself, whatever a request has read or not yet written. */
@ApplicationScoped
public class Original {

    @Inject
    SessionFactory database;

    /** What it tells now, or does, in no transaction but that of each statement. */
    public <T> T ask(Function<StatelessSession, T> asking) {
        try (var session = database.openStatelessSession()) {
            return asking.apply(session);
        }
    }
}
