package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;

/**
 * Every address but those of {@link ListPaths} and {@link SettingsPaths}, for Java and for templates: {@code {user.path}},
 * {@code {paths:logIn(back)}}.
 */
@TemplateExtension
public class Paths {

    static final String PEOPLE = "/people";

    private static final String REQUESTS = "/requests";

    public static final String LOG_IN = "/login";

    public static final String HISTORY = "/history";

    public static String path(Person person) {
        return profile(person.username());
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

    /** Afterwards one is back at that address. */
    @TemplateExtension(namespace = "paths")
    public static String logIn(String back) {
        return LOG_IN + "?back=" + URLEncoder.encode(back, UTF_8);
    }

    @TemplateExtension(namespace = "paths")
    static String signUp(String back) {
        return "/signup?back=" + URLEncoder.encode(back, UTF_8);
    }

    @TemplateExtension(namespace = "paths")
    static String undo(Told told) {
        return (told.toOne() ? profile(told.who()) : several()) + "/undo";
    }

    @TemplateExtension(namespace = "paths")
    static String several() {
        return "/several";
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
    static String people() {
        return PEOPLE;
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
    static String history() {
        return HISTORY;
    }

    /** That list from a later place on; nothing where it ends. */
    @TemplateExtension(namespace = "paths")
    static String older(String path, String key) {
        return key.isEmpty() ? "" : path + (path.contains("?") ? "&" : "?") + "before=" + key;
    }

    @TemplateExtension(namespace = "paths")
    public static String profile(String username) {
        return "/@" + URLEncoder.encode(addressed(username), UTF_8);
    }

    private static String addressed(String username) {
        return username.replace(' ', '_');
    }
}
