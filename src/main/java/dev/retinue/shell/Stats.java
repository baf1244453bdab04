package dev.retinue.shell;

import dev.retinue.users.EventKind;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.Session;
import picocli.CommandLine.Command;

/** How much there is. */
@Command(
        name = "stats",
        description = {"How many members, follows and so on there are, and what they take.", "Example: stats --json"})
class Stats extends Task {

    private static final Map<String, String> NUMBERS = new LinkedHashMap<>();

    static {
        NUMBERS.put("users", "select count(*) from users");
        NUMBERS.put(
                "deactivated", "select count(*) from users where hidden_since is not null and suspended_since is null");
        NUMBERS.put("suspended", "select count(*) from users where suspended_since is not null");
        NUMBERS.put("private", "select count(*) from users where private_since is not null");
        NUMBERS.put("follows", "select count(*) from follows");
        NUMBERS.put("requests", "select count(*) from follow_requests where declined_at is null");
        NUMBERS.put("blocks", "select count(*) from blocks");
        NUMBERS.put("mutes", "select count(*) from mutes");
        NUMBERS.put("events", "select count(*) from follow_events");
        NUMBERS.put(
                "followsToday",
                "select count(*) from follow_events where kind in " + EventKind.BEGINS
                        + " and timestamp > now() - interval '1 day'");
        NUMBERS.put("chores", "select count(*) from chores");
        NUMBERS.put("imports", "select count(*) from imports where started_at is not null and ended_at is null");
        NUMBERS.put("bytes", "select pg_database_size(current_database())");
    }

    @Inject
    Session database;

    @Override
    public Integer call() {
        var numbers = new JsonObject();
        NUMBERS.forEach((name, sql) ->
                numbers.put(name, database.createNativeQuery(sql, Long.class).getSingleResult()));
        if (json) {
            System.out.println(numbers.encode());
        } else {
            numbers.forEach(number -> System.out.printf("%-14s %,16d%n", number.getKey(), number.getValue()));
        }
        return YES;
    }
}
