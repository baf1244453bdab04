package dev.retinue.web;

/** What a form was sent with. */
public class Forms {

    private Forms() {}

    /** What stands in a field; nothing where the field was not sent. */
    public static String given(String field) {
        return field == null ? "" : field;
    }
}
