package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Every address, for Java and for templates: {@code {user.path}}, {@code {paths:logIn(back)}}. */
@TemplateExtension
public class Paths {

    public static final String SETTINGS = "/settings";

    /** After the address of a form that was saved. */
    public static final String SAVED = "?saved=yes";

    private static final String REQUESTS = "/requests";

    public static final String PROFILE_SETTINGS = SETTINGS + "/profile";

    public static final String PRIVACY_SETTINGS = SETTINGS + "/privacy";

    public static final String USERNAME_SETTINGS = SETTINGS + "/username";

    public static final String ACCOUNT_SETTINGS = SETTINGS + "/account";

    public static final String APPEARANCE_SETTINGS = SETTINGS + "/appearance";

    public static final String DATA_SETTINGS = SETTINGS + "/data";

    public static final String FEED_SETTINGS = SETTINGS + "/feeds";

    public static final String PASSWORD_SETTINGS = SETTINGS + "/password";

    public static final String SESSION_SETTINGS = SETTINGS + "/sessions";

    public static final String HISTORY = "/history";

    public static final String IMPORT = DATA_SETTINGS + "/import";

    public static String path(Person person) {
        return profile(person.username());
    }

    /** The log-in, for whoever has just left the account: {@code deactivated} or {@code deleted}. */
    public static String left(String how) {
        return "/login?left=" + how;
    }

    /** Home, for whoever has come back to an account that was left so. */
    public static String returned(String how) {
        return "/?returned=" + how;
    }

    /** The name as an address carries it, before it is encoded: {@code @Daniel_Bates}. */
    public static String handle(User user) {
        return "@" + addressed(user.username);
    }

    static String blockPath(User user) {
        return path(user) + "/block";
    }

    static String notePath(User user) {
        return path(user) + "/note";
    }

    public static String feedPath(User user) {
        return path(user) + "/feed.atom";
    }

    /** The own feed, for whoever knows the secret. */
    public static String feed(String secret) {
        return "/feeds/" + secret + ".atom";
    }

    static String historyPath(User user) {
        return path(user) + HISTORY;
    }

    static String comparePath(User user) {
        return path(user) + "/compare";
    }

    /** Whom both follow, or one of them, on from the newest. */
    @TemplateExtension(namespace = "paths")
    static String compared(User one, User other, String part) {
        return comparePath(one) + "?with=" + URLEncoder.encode(addressed(other.username), UTF_8) + "&part=" + part;
    }

    static String followersPath(User user) {
        return path(user) + "/followers";
    }

    static String followingPath(User user) {
        return path(user) + "/following";
    }

    /** Those of the user's followers whom the viewer follows. */
    static String knownPath(User user) {
        return followersPath(user) + "?show=" + Show.KNOWN;
    }

    static String path(Listing listing) {
        return listing.followers() ? followersPath(listing.user()) : followingPath(listing.user());
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

    /** Afterwards one is back at that address. */
    @TemplateExtension(namespace = "paths")
    public static String logIn(String back) {
        return "/login?back=" + URLEncoder.encode(back, UTF_8);
    }

    @TemplateExtension(namespace = "paths")
    static String signUp(String back) {
        return "/signup?back=" + URLEncoder.encode(back, UTF_8);
    }

    @TemplateExtension(namespace = "paths")
    static String undo(Told told) {
        return (told.several() ? several() : profile(told.who())) + "/undo";
    }

    @TemplateExtension(namespace = "paths")
    static String several() {
        return "/several";
    }

    @TemplateExtension(namespace = "paths")
    static String settings() {
        return SETTINGS;
    }

    @TemplateExtension(namespace = "paths")
    static String profileSettings() {
        return PROFILE_SETTINGS;
    }

    @TemplateExtension(namespace = "paths")
    static String avatarSettings() {
        return SETTINGS + "/avatar";
    }

    @TemplateExtension(namespace = "paths")
    static String appearanceSettings() {
        return APPEARANCE_SETTINGS;
    }

    /** 96 pixels a side. */
    @TemplateExtension(namespace = "paths")
    static String smallAvatar(String key) {
        return "/avatars/" + key + "-96.jpg";
    }

    /** 400 pixels a side. */
    @TemplateExtension(namespace = "paths")
    static String largeAvatar(String key) {
        return "/avatars/" + key + "-400.jpg";
    }

    @TemplateExtension(namespace = "paths")
    static String requests() {
        return REQUESTS;
    }

    @TemplateExtension(namespace = "paths")
    static String declinedRequests() {
        return REQUESTS + "/declined";
    }

    @TemplateExtension(namespace = "paths")
    static String sentRequests() {
        return REQUESTS + "/sent";
    }

    @TemplateExtension(namespace = "paths")
    static String privacySettings() {
        return PRIVACY_SETTINGS;
    }

    @TemplateExtension(namespace = "paths")
    static String usernameSettings() {
        return USERNAME_SETTINGS;
    }

    @TemplateExtension(namespace = "paths")
    static String accountSettings() {
        return ACCOUNT_SETTINGS;
    }

    @TemplateExtension(namespace = "paths")
    static String dataSettings() {
        return DATA_SETTINGS;
    }

    @TemplateExtension(namespace = "paths")
    static String feedSettings() {
        return FEED_SETTINGS;
    }

    @TemplateExtension(namespace = "paths")
    static String passwordSettings() {
        return PASSWORD_SETTINGS;
    }

    @TemplateExtension(namespace = "paths")
    static String sessionSettings() {
        return SESSION_SETTINGS;
    }

    @TemplateExtension(namespace = "paths")
    static String history() {
        return HISTORY;
    }

    @TemplateExtension(namespace = "paths")
    static String importing() {
        return IMPORT;
    }

    @TemplateExtension(namespace = "paths")
    static String blocked() {
        return SETTINGS + "/blocked";
    }

    @TemplateExtension(namespace = "paths")
    static String muted() {
        return SETTINGS + "/muted";
    }

    @TemplateExtension(namespace = "paths")
    static String user(String username) {
        return profile(username);
    }

    /** That list from a later place on; nothing where it ends. */
    @TemplateExtension(namespace = "paths")
    static String older(String path, String key) {
        return key.isEmpty() ? "" : path + (path.contains("?") ? "&" : "?") + "before=" + key;
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

    public static String profile(String username) {
        return "/@" + URLEncoder.encode(addressed(username), UTF_8);
    }

    private static String addressed(String username) {
        return username.replace(' ', '_');
    }
}
