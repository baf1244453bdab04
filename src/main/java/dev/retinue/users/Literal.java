package dev.retinue.users;

/**
 * A text as it stands in a statement, where the plan depends on what it is. Whatever is no letter or digit of ASCII is written as
 * its number (PostgreSQL manual, "String Constants with C-Style Escapes"), so that nothing in it is taken for SQL.
 */
class Literal {

    private Literal() {}

    static String of(String text) {
        var literal = new StringBuilder("E'");
        for (var each : text.toCharArray()) {
            if (each < 0x80 && Character.isLetterOrDigit(each)) {
                literal.append(each);
            } else {
                literal.append("\\u%04x".formatted((int) each));
            }
        }
        return literal.append('\'').toString();
    }
}
