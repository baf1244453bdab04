package dev.retinue.users;

import java.util.Map;

/**
 * A search in names: the beginning of a word, and from three characters on any part of the name. Where nobody at all has
 * such a name, names that are alike (pg_trgm's word similarity, from the threshold in application.properties on).
 */
record Find(String key) {

    private static final int SIMILAR_FROM = 3;

    /** In any case, with spaces or underscores, with or without the sign that an address has before a name. */
    static Find of(String typed) {
        return new Find(Username.key(typed.replaceFirst("^@", "")));
    }

    /** Whether nothing is looked for, so that everyone is found. */
    boolean all() {
        return key.isEmpty();
    }

    /** The condition on a user {@code u}. */
    String condition() {
        return similar()
                ? "(u.username_key like :anywhere or u.username_key %> :typed"
                        + " and not exists (select from users where username_key like :anywhere))"
                : "(u.username_key like :start or u.username_key like :word)";
    }

    void bind(Map<String, Object> parameters) {
        if (similar()) {
            parameters.put("anywhere", "%" + literal() + "%");
            parameters.put("typed", key);
        } else {
            parameters.put("start", literal() + "%");
            parameters.put("word", "%\\_" + literal() + "%");
        }
    }

    private boolean similar() {
        return key.codePointCount(0, key.length()) >= SIMILAR_FROM;
    }

    private String literal() {
        return key.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
