package dev.retinue.replica;

import dev.retinue.sql.Copy;
import dev.retinue.sql.Original;
import dev.retinue.web.DatabaseProblem;
import dev.retinue.web.LocalPath;
import dev.retinue.web.PageCache;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * A copy of the database that follows it at some distance, where the operator names one: pages that every visitor gets are read
 * from it. Whatever it does not answer is asked of the database itself, and so is all else for some seconds, or while it is
 * too far behind.
 */
@ApplicationScoped
public class Replica implements Copy {

    private static final Logger LOG = Logger.getLogger(Replica.class);

    private static final int TEMPORARY_REDIRECT = 307;

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Under this name a request says whether it has read from here. */
    private static final String READ = Replica.class.getName();

    @Inject
    @DataSource("replica")
    InjectableInstance<AgroalDataSource> pools;

    @Inject
    Lag lag;

    @Inject
    SessionFactory database;

    @Inject
    Original original;

    private Optional<AgroalDataSource> pool;

    private volatile Instant restsUntil = Instant.MIN;

    @PostConstruct
    void find() {
        pool = pools.listActive().stream().findAny();
        pool.ifPresent(lag::watch);
    }

    /** Before {@link dev.retinue.web.Failures} answers. */
    void register(@Observes Router router) {
        if (pool.isPresent()) {
            router.route().order(Integer.MIN_VALUE).failureHandler(this::askAgain);
        }
    }

    @Override
    public <T> T read(Function<StatelessSession, T> reading) {
        return connection()
                .flatMap(connection -> tryToRead(reading, connection))
                .orElseGet(() -> original.ask(reading));
    }

    private <T> Optional<T> tryToRead(Function<StatelessSession, T> reading, Connection found) {
        try (var connection = found;
                var session = database.openStatelessSession(connection)) {
            return Optional.of(reading.apply(session));
        } catch (SQLException | RuntimeException e) {
            if (!DatabaseProblem.isUnreadable(e)) {
                rest(e);
            }
            return Optional.empty();
        }
    }

    /** A connection for that request, to be closed by the caller; nothing where the database itself is to be asked. */
    Optional<Connection> connection(RoutingContext context) {
        var found =
                context != null && PageCache.isKept(context.request()) ? connection() : Optional.<Connection>empty();
        found.ifPresent(connection -> context.put(READ, true));
        return found;
    }

    private Optional<Connection> connection() {
        if (pool.isEmpty() || Instant.now().isBefore(restsUntil) || lag.isTooLong()) {
            return Optional.empty();
        }
        try {
            return Optional.of(pool.get().getConnection());
        } catch (SQLException e) {
            rest(e);
            return Optional.empty();
        }
    }

    /** Whether that request has a connection from here that has not failed. */
    static boolean isReadBy(RoutingContext context) {
        return Boolean.TRUE.equals(context.get(READ));
    }

    /** The browser asks anew, and here this is at rest then: a replica may not have heard of a new column yet. */
    private void askAgain(RoutingContext context) {
        var problem = context.failure();
        var response = context.response();
        if (isReadBy(context) && isItsOwn(problem) && !response.headWritten()) {
            rest(problem);
            response.setStatusCode(TEMPORARY_REDIRECT)
                    .putHeader(HttpHeaders.LOCATION, there(context).value())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
        } else {
            context.next();
        }
    }

    /** And not that of whoever asks for what no database finds. */
    private static boolean isItsOwn(Throwable problem) {
        return DatabaseProblem.isOne(problem) && !DatabaseProblem.isUnreadable(problem);
    }

    private static LocalPath there(RoutingContext context) {
        return LocalPath.orHome(context.request().uri());
    }

    private void rest(Throwable problem) {
        restsUntil = Instant.now().plus(PAUSE);
        LOG.warnf(
                "The replica does not answer as it should, and is asked again in %d seconds: %s",
                PAUSE.toSeconds(), problem);
    }
}
