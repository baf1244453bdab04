package dev.retinue.support;

import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the site as a visitor or as a member sees it. Every page is here: a new one is a new line of the map. */
public record Sight(String page, String path, boolean member) {

    private static final Map<String, String> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("home", "/"),
            Map.entry("profile", "/@Daniel_Bates"),
            Map.entry("profile-longest-name", "/@" + Scenery.LONGEST),
            Map.entry("profile-own", "/@Sutton"),
            Map.entry("followers", "/@Daniel_Bates/followers"),
            Map.entry("followers-found", "/@Daniel_Bates/followers?q=read&sort=name"),
            Map.entry("followers-known", "/@Daniel_Bates/followers?show=known&sort=known"),
            Map.entry("followers-nobody-found", "/@Daniel_Bates/followers?q=zzz"),
            Map.entry("followers-own", "/@Sutton/followers?show=mutual"),
            Map.entry("people", "/people"),
            Map.entry("people-found", "/people?q=read"),
            Map.entry("people-nobody-found", "/people?q=zzz"),
            Map.entry("requests", "/requests"),
            Map.entry("requests-declined", "/requests/declined"),
            Map.entry("requests-sent", "/requests/sent"),
            Map.entry("profile-asks", "/@Ines_Duarte"),
            Map.entry("note", "/@Noor_Haddad/note"),
            Map.entry("following-own", "/@Sutton/following"),
            Map.entry("block", "/@Daniel_Bates/block"),
            Map.entry("settings-username", "/settings/username"),
            Map.entry("settings-privacy", "/settings/privacy"),
            Map.entry("settings-account", "/settings/account"),
            Map.entry("settings-password", "/settings/password"),
            Map.entry("settings-sessions", "/settings/sessions"),
            Map.entry("settings-delete", "/settings/account/delete"),
            Map.entry("settings-data", "/settings/data"),
            Map.entry("import", "/settings/data/import"),
            Map.entry("settings-feeds", "/settings/feeds"),
            Map.entry("history", "/history"),
            Map.entry("story", "/@Daniel_Bates/history"),
            Map.entry("compare", "/@Daniel_Bates/compare"),
            Map.entry("compare-with", "/@Sutton/compare"),
            Map.entry("followers-past", "/@Sutton/followers?on=2999-01-01"),
            Map.entry("settings-blocked", "/settings/blocked"),
            Map.entry("settings-muted", "/settings/muted"),
            Map.entry("settings-profile", "/settings/profile"),
            Map.entry("settings-appearance", "/settings/appearance"),
            Map.entry("styleguide", "/styleguide"),
            Map.entry("followers-empty", "/@Mira/followers"),
            Map.entry("following", "/@Daniel_Bates/following"),
            Map.entry("log-in", "/login"),
            Map.entry("sign-up", "/signup"),
            Map.entry("nothing-here", "/nowhere")));

    private static final String MEMBER = "Sutton";

    private static final Pattern FOR_MEMBERS =
            Pattern.compile("/settings.*|/requests.*|/history|.*/(block|note|history|compare)|.*[?]on=.*");

    private static final Pattern FOR_VISITORS = Pattern.compile("/login|/signup");

    /** Visitors are led to the log-in from the pages for members, and members on from it. */
    public static Stream<Sight> all() {
        return PAGES.entrySet().stream()
                .flatMap(
                        each -> Stream.of(false, true).map(member -> new Sight(each.getKey(), each.getValue(), member)))
                .filter(sight -> !(sight.member ? FOR_VISITORS : FOR_MEMBERS)
                        .matcher(sight.path)
                        .matches());
    }

    public String html() {
        return answer().asString();
    }

    public Response answer() {
        var browser = member ? Browser.of(MEMBER) : Browser.visitor();
        return browser.request().get(path);
    }

    public Window in(Window window) {
        return (member ? window.as(MEMBER) : window).open(path);
    }

    @Override
    public String toString() {
        return page + (member ? "-member" : "-visitor");
    }
}
