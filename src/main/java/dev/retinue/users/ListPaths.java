package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The addresses of a list: {@code {listing.address}}, {@code {page.nextPath}}. */
@TemplateExtension
class ListPaths {

    private ListPaths() {}

    static String path(Listing listing) {
        return listing.followers() ? Paths.followersPath(listing.user()) : Paths.followingPath(listing.user());
    }

    /** The list with its choices, from the top. */
    static String address(Listing listing) {
        return path(listing) + query(choices(listing));
    }

    /** What the list holds, as a file: {@code csv} or {@code json}. */
    static String exportPath(Listing listing, String format) {
        return path(listing) + "." + format + query(choices(listing));
    }

    static String path(PastList list) {
        return path(Listing.of(list.user(), list.direction())) + "?on=" + list.on();
    }

    static String previousPath(ListPage page) {
        return address(page, "before", page.first());
    }

    static String nextPath(ListPage page) {
        return address(page, "after", page.last());
    }

    private static String address(ListPage page, String step, String key) {
        var choices = choices(page.listing());
        choices.put(step, key);
        return path(page.listing()) + query(choices);
    }

    /** What is not as it is without a word. */
    private static Map<String, String> choices(Listing listing) {
        var choices = new LinkedHashMap<String, String>();
        if (!listing.q().isEmpty()) {
            choices.put("q", listing.q());
        }
        if (listing.show() != Show.ALL) {
            choices.put("show", listing.show().toString());
        }
        if (listing.sort() != Sort.NEWEST) {
            choices.put("sort", listing.sort().toString());
        }
        return choices;
    }

    private static String query(Map<String, String> choices) {
        return choices.isEmpty()
                ? ""
                : choices.entrySet().stream()
                        .map(choice -> choice.getKey() + "=" + URLEncoder.encode(choice.getValue(), UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
