package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;

/** The addresses of users, for Java and for templates: {@code {user.path}}. */
@TemplateExtension
public class Paths {

    public static String path(User user) {
        return profile(user.username);
    }

    static String followersPath(User user) {
        return path(user) + "/followers";
    }

    static String followingPath(User user) {
        return path(user) + "/following";
    }

    static String path(Circle.Row row) {
        return profile(row.username());
    }

    private static String profile(String username) {
        return "/@" + URLEncoder.encode(username.replace(' ', '_'), UTF_8);
    }
}
