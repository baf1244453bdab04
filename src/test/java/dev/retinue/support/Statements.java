package dev.retinue.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;

/** How many statements the database is sent. */
@ApplicationScoped
public class Statements {

    @Inject
    SessionFactory database;

    public long during(Runnable action) {
        var statistics = database.getStatistics();
        statistics.clear();
        action.run();
        return statistics.getPrepareStatementCount();
    }
}
