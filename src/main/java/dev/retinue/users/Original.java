package dev.retinue.users;

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

    /** What it tells now. */
    public <T> T read(Function<StatelessSession, T> reading) {
        try (var session = database.openStatelessSession()) {
            return reading.apply(session);
        }
    }
}
