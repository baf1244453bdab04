package dev.retinue.users;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What users tell about themselves: text in which addresses of pages and {@code @mentions} lead there. */
public record Bio(String text) {

    public static final int MAX_LENGTH = 500;

    /** Ends before what cannot be seen, quotes, a bracket that was not opened, and the punctuation of the sentence. */
    private static final String ADDRESS = "(?<![\\p{L}\\p{Nd}])(?i:https?)://[\\p{L}\\p{Nd}]"
            + "(?:[^\\s\\p{Z}\\p{C}<>\"()]|\\([^\\s\\p{Z}\\p{C}<>\"()]*\\))*(?<![\\p{P}&&[^/)]])";

    private static final String MENTION =
            "(?<![\\p{L}\\p{M}\\p{Nd}_.@/-])@((?=[_.-]*[\\p{L}\\p{Nd}])[\\p{L}\\p{M}\\p{Nd}_.-]*[\\p{L}\\p{M}\\p{Nd}_])";

    private static final Pattern LEADING = Pattern.compile("(" + ADDRESS + ")|" + MENTION);

    /** A piece of the text, and where it leads: nowhere, to a page elsewhere, or to a profile here. */
    public record Part(Kind kind, String text, String address) {

        enum Kind {
            TEXT,
            LINK,
            MENTION
        }

        public boolean isLink() {
            return kind == Kind.LINK;
        }

        public boolean isMention() {
            return kind == Kind.MENTION;
        }
    }

    /** As it is kept: one kind of line break, no other control characters, nothing around it. */
    public static Bio of(String typed) {
        return new Bio(typed.replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .strip());
    }

    /** In characters as people count them: an emoji of one code point is one. */
    public int length() {
        return text.codePointCount(0, text.length());
    }

    /** The whole text, in pieces. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        var matcher = LEADING.matcher(text);
        var end = 0;
        while (matcher.find()) {
            addText(parts, text.substring(end, matcher.start()));
            parts.add(
                    matcher.group(1) != null
                            ? new Part(Part.Kind.LINK, matcher.group(), matcher.group())
                            : new Part(Part.Kind.MENTION, matcher.group(), Paths.profile(matcher.group(2))));
            end = matcher.end();
        }
        addText(parts, text.substring(end));
        return parts;
    }

    private static void addText(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(Part.Kind.TEXT, text, ""));
        }
    }
}
