package dev.retinue.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a statement keeps to that Citus runs as PostgreSQL does ({@code src/docs/scale.md}), as far as its text tells. */
public enum SqlRule {
    CONFLICTS_ARE_OF_VALUES(sql -> matches("insert into " + Words.SPREAD + ".* select .* on conflict", sql)),
    A_LOCK_IS_BY_ONE_KEY(sql -> matches(" for (no key )?update", sql)
            && !matches("where (\\w+\\.)?(id|user_id) ?= ?\\?( and [^()]*)? for (no key )?update", sql)),
    WHAT_IS_UPDATED_IS_KNOWN_BEFORE(sql ->
            matches("\\bupdate .*\\b(now|clock_timestamp|random|nextval|gen_random_uuid) ?\\(|current_timestamp", sql)),
    ONE_TABLE_IS_CHANGED(sql -> Pattern.compile("\\b(insert into|update \\w+( \\w+)? set|delete from)\\b")
                    .matcher(sql)
                    .results()
                    .count()
            > 1),
    FOLLOWS_ARE_NOT_JOINED_WITH_FOLLOWS(sql ->
            selects(merged(sql)).anyMatch(select -> matches("\\bfollows\\b.*\\b(join|,) ?follows\\b", from(select)))),
    COUNTS_ARE_ASKED_FOR_BY_USER(sql -> selects(sql)
            .anyMatch(select -> matches("\\bfollow_counts\\b.* join|join follow_counts\\b", from(select))
                    && !matches("\\buser_id ?(= ?\\?|= ?any\\b|in\\b)", select))),
    NO_ROW_ASKS_FOR_FOLLOWS(sql -> blocks(sql).stream()
            .anyMatch(block -> matches("^select .*\\bfrom follows\\b", block) && refersBeyond(block))),
    WHO_FOLLOWS_IS_READ_IN_THE_CIRCLE(sql -> selects(sql)
            .anyMatch(select -> matches("\\bfrom follows\\b", select)
                    && matches("\\bfollowed_id ?(=|in\\b)", select)
                    && !matches("\\bfollower_id ?(=|in\\b)", select)));

    private final Predicate<String> broken;

    SqlRule(Predicate<String> broken) {
        this.broken = broken;
    }

    private static class Words {

        /** Tables of which no machine has every row. */
        static final String SPREAD =
                "(follows|follow_counts|follow_events|follow_requests|visits|imports|import_rows|sessions)\\b";

        static final Pattern TABLE =
                Pattern.compile("(?:\\bfrom|\\bjoin|\\binto|\\bupdate|,|\\)) ?(?:as )?(\\w+)?(?: as)?(?: (\\w+))?");

        /** A select in place of a table, with no other one in it. */
        static final Pattern JOINED = Pattern.compile(
                "(?<=\\bfrom|\\bjoin|,) ?(?:lateral )?\\( ?(select\\b(?:[^()]|\\((?! ?select)[^()]*\\))*)\\)");

        static final Pattern COLUMN = Pattern.compile("(?<![\\w.])([a-z]\\w*)\\.\\w+");
    }

    /** Those that it does not keep. */
    public static Set<SqlRule> brokenBy(String statement) {
        var plain = statement
                .toLowerCase(Locale.ROOT)
                .replaceAll("e?'[^']*'", "''")
                .replaceAll("\\s+", " ")
                .strip();
        var broken = EnumSet.noneOf(SqlRule.class);
        for (var rule : values()) {
            if (rule.broken.test(plain)) {
                broken.add(rule);
            }
        }
        return broken;
    }

    private static boolean matches(String pattern, String sql) {
        return Pattern.compile(pattern).matcher(sql).find();
    }

    /** Each select by itself, with {@code ()} where there is another one in it. */
    private static Stream<String> selects(String sql) {
        return blocks("(" + sql + ")").stream()
                .map(SqlRule::withoutNested)
                .flatMap(block -> Pattern.compile("\\bunion\\b").splitAsStream(block));
    }

    private static String withoutNested(String block) {
        var before = "";
        var text = block;
        while (!text.equals(before)) {
            before = text;
            text = text.replaceAll("\\((?=[^()]*\\bselect\\b)[^()]*\\)", " ").replaceAll("\\(([^()]*)\\)", "[$1]");
        }
        return text;
    }

    /** With its tables in place of each select that is joined. */
    private static String merged(String sql) {
        var merged = Words.JOINED
                .matcher(sql)
                .replaceAll(select -> " " + from(select.group(1)).strip());
        return merged.equals(sql) ? sql : merged(merged);
    }

    private static String from(String select) {
        return select.replaceFirst(".*?\\bfrom\\b", "").replaceFirst("\\b(where|group by|order by)\\b.*", "");
    }

    /** What stands between parentheses, the inner ones first. */
    private static List<String> blocks(String sql) {
        var blocks = new ArrayList<String>();
        var open = new ArrayDeque<Integer>();
        for (var i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) == '(') {
                open.push(i + 1);
            } else if (sql.charAt(i) == ')') {
                blocks.add(sql.substring(open.pop(), i).strip());
            }
        }
        return blocks;
    }

    private static boolean refersBeyond(String block) {
        var known = new HashSet<String>();
        Words.TABLE.matcher(block).results().forEach(table -> {
            known.add(table.group(1));
            known.add(table.group(2));
        });
        return Words.COLUMN.matcher(block).results().anyMatch(column -> !known.contains(column.group(1)));
    }
}
