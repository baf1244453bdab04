package dev.retinue.users;

import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The one statement that finds members by how the first, the second or the last word of their names begins. Whoever is called just that comes
 * first, then those whom the viewer follows, who are found by any part, then whose names begin so. Where nobody is called that, it finds names that begin as the first half
 * of it does and are alike, the nearest first. Of names that many have it takes any {@value #FEW}, so that it costs the same on a site of any size.
 */
class NameStatement {

    private static final int FEW = 200;

    /** A name as {@link Find#plain} has it. */
    private static final String PLAIN = "regexp_replace(normalize(username_key, nfd), '[\\u0300-\\u036F]', '', 'g')";

    /** What is left of a name from its first, its second and its last word on: there is an index of each. */
    static final List<String> WORDS =
            List.of(PLAIN, "substring(" + PLAIN + " from '[_.-](.*)')", "substring(" + PLAIN + " from '.*[_.-](.*)')");

    /** Of very many, the newest. */
    private static final String FOLLOWED =
            "select followed_id from follows where follower_id = :viewer order by timestamp desc limit " + Branch.WALK;

    private static final String TEXT = """
            with found as materialized ({begin}
                union {called} username_key = {key} and {here}
                union ({called} u.id = any(array({followed})) and {literally} and {here} limit {few}))
            select id, username, avatar, created_at, private_since is not null, false from (
                select * from found
                union all select * from ({half}) half where not exists (select from found where {apart}) and {alike}
            ) named where {apart} order by name = {key} desc, id in ({followed}) desc, plain like {pattern} desc,
                word_similarity({key}, name) desc, name limit :most
            """;

    private static final String CALLED = "select id, username, avatar, created_at, private_since, " + PLAIN
            + " as plain, username_key as name from users u where";

    private NameStatement() {}

    static List<Circle.Row> rows(Find find, long viewer, int most, Session session) {
        var plain = Find.plain(find.key());
        var text = TEXT.replace("{begin}", beginning(plain))
                .replace("{half}", beginning(half(plain)))
                .replace("{literally}", find.literally("username_key"))
                .replace("{alike}", find.alike("name"))
                .replace("{pattern}", pattern(plain))
                .replace("{key}", Literal.of(find.key()))
                .replace("{apart}", Visibility.notApart("id"))
                .replace("{followed}", FOLLOWED)
                .replace("{called}", CALLED)
                .replace("{here}", Visibility.HERE)
                .replace("{few}", String.valueOf(FEW));
        return session.createNativeQuery(text, Circle.Row.class)
                .setParameter("viewer", viewer)
                .setParameter("most", most)
                .getResultList();
    }

    /** Those with a word that begins so. */
    private static String beginning(String text) {
        return WORDS.stream()
                .map(words -> "({called} " + words + " like " + pattern(text) + " and {here} limit {few})")
                .collect(Collectors.joining(" union "));
    }

    private static String half(String text) {
        var letters = text.codePointCount(0, text.length());
        return text.substring(0, text.offsetByCodePoints(0, Math.max(1, letters / 2)));
    }

    private static String pattern(String begin) {
        return Literal.of(Find.pattern(begin) + "%");
    }
}
