package dev.retinue.support;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Reads every statement that Hibernate sends for the product, and keeps those that break a rule. */
@PersistenceUnitExtension
@ApplicationScoped
public class SentStatements implements StatementInspector {

    private static final long serialVersionUID = 1;

    /** Who breaks a rule, and may: {@code src/docs/scale.md} says what there would be instead. */
    private static final Map<SqlRule, Set<String>> EXCEPTIONS = Map.of(
            SqlRule.A_LOCK_IS_BY_ONE_KEY, Set.of("Hold", "WishStatement", "Chore", "Session"),
            SqlRule.CONFLICTS_ARE_OF_VALUES, Set.of("Accepting", "WishStatement"),
            SqlRule.COUNTS_ARE_ASKED_FOR_BY_USER, Set.of("AdmittedStatement", "SeenStatement", "VisitStatement"),
            SqlRule.FOLLOWS_ARE_NOT_JOINED_WITH_FOLLOWS, Set.of("AdmittedStatement", "Circle", "SeenStatement"),
            SqlRule.NO_ROW_ASKS_FOR_FOLLOWS, Set.of("AdmittedStatement", "Circle", "SeenStatement", "Sweep", "Tied"),
            SqlRule.ONE_TABLE_IS_CHANGED, Set.of("FollowStatement", "WishStatement"),
            SqlRule.WHO_FOLLOWS_IS_READ_IN_THE_CIRCLE,
                    Set.of("AdmittedStatement", "Circle", "ListStatement", "SeenStatement", "Sweep", "Tied"));

    /** An operator's command, which reads everything. */
    private static final String COMMAND = "CountRepair";

    private static final Map<String, Set<SqlRule>> READ = new ConcurrentHashMap<>();

    private static final Queue<String> BROKEN = new ConcurrentLinkedQueue<>();

    @Override
    public String inspect(String sql) {
        READ.computeIfAbsent(sql, SqlRule::brokenBy).forEach(rule -> note(rule, sender(), sql));
        return sql;
    }

    private static void note(SqlRule rule, String sender, String sql) {
        var may = sender.endsWith("Test")
                || sender.equals(COMMAND)
                || EXCEPTIONS.getOrDefault(rule, Set.of()).contains(sender);
        if (!may) {
            BROKEN.add(rule + " in " + sender + ": " + sql);
        }
    }

    /** Since this was last asked. */
    static List<String> broken() {
        var broken = List.copyOf(BROKEN);
        BROKEN.removeAll(broken);
        return broken;
    }

    /** The class of ours from which the statement comes. */
    private static String sender() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> name.startsWith("dev.retinue.") && !name.startsWith("dev.retinue.support."))
                .map(name -> name.replaceFirst(".*\\.", "").replaceFirst("[_$].*", ""))
                .filter(name -> !name.equals("PlainQuery"))
                .findFirst()
                .orElse("Test"));
    }
}
