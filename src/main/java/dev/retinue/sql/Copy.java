package dev.retinue.sql;

import java.util.function.Function;
import org.hibernate.StatelessSession;

/** Where pages that every visitor gets are read: the database, or what follows it at some distance. */
public interface Copy {

    /** What it tells; the database is asked where it does not answer, so that this may happen twice. */
    <T> T read(Function<StatelessSession, T> reading);
}
