package dev.retinue.sql;

import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.SharedSessionContract;

/**
 * A statement whose text is made out here, and whose columns are read in order. It is for what nearly every page asks: of a query in SQL,
 * Hibernate makes out the columns each time.
 */
public final class PlainSql {

    /** And not what stands behind a cast. */
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");

    private final String text;

    private final List<String> parameters;

    /** @param sql with parameters such as {@code :now}, and with a colon in no text */
    public PlainSql(String sql) {
        this.text = PARAMETER.matcher(sql).replaceAll("?");
        this.parameters = PARAMETER
                .matcher(sql)
                .results()
                .map(parameter -> parameter.group(1))
                .toList();
    }

    /** The statement, to be told what its parameters are. */
    public PlainQuery in(SharedSessionContract session) {
        return new PlainQuery(text, parameters, session);
    }
}
