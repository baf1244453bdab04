package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;

/** Every address, for Java and for templates: {@code {user.path}}, {@code {paths:logIn(back)}}. */
@TemplateExtension
public class Paths {

    public static final String SETTINGS = "/settings";

    public static final String PROFILE_SETTINGS = SETTINGS + "/profile";

    public static final String APPEARANCE_SETTINGS = SETTINGS + "/appearance";

    public static String path(User user) {
        return profile(user.username);
    }

    static String path(Circle.Row row) {
        return profile(row.username());
    }

    static String followersPath(User user) {
        return path(user) + "/followers";
    }

    static String followingPath(User user) {
        return path(user) + "/following";
    }

    /** The page of a list that goes on after its row of that key. */
    static String after(String list, ListKey key) {
        return list + "?after=" + key;
    }

    static String before(String list, ListKey key) {
        return list + "?before=" + key;
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

    static String profile(String username) {
        return "/@" + URLEncoder.encode(username.replace(' ', '_'), UTF_8);
    }
}
