package dev.retinue.users;

import java.util.regex.Pattern;

/** The http(s) address of a page elsewhere. */
public record Link(String address) {

    private static final int MAX_LENGTH = 200;

    private static final String SCHEME = "(?i)https?://";

    /** A host name with at least two parts, a port, and whatever can be seen and does not leave a quotation. */
    private static final Pattern SHAPE = Pattern.compile(
            SCHEME
                    + "[\\p{L}\\p{Nd}-][\\p{L}\\p{M}\\p{Nd}-]*(\\.[\\p{L}\\p{M}\\p{Nd}-]+)+\\.?(:\\d{1,5})?([/?#][^\\s\\p{Z}\\p{C}<>\"]*)?");

    /** What is wrong with a link; its message is a sentence for the person who typed it. */
    static class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * Takes what was typed, without the spaces around it; what has no scheme is https.
     *
     * @throws Malformed where it is no address that people can visit
     */
    public static Link of(String typed) {
        var text = typed.strip();
        var address = text.contains("://") ? text : "https://" + text;
        if (address.codePointCount(0, address.length()) > MAX_LENGTH) {
            throw new Malformed("A link has at most " + MAX_LENGTH + " characters.");
        }
        if (!SHAPE.matcher(address).matches()) {
            throw new Malformed("That is not the address of a web page, like https://example.org.");
        }
        return new Link(address);
    }

    /** The address as people say it: without scheme, and without a slash that only ends it. */
    public String text() {
        return address.replaceFirst(SCHEME, "").replaceFirst("/$", "");
    }
}
