package dev.retinue.users;

import io.quarkus.qute.TemplateData;

/** The addresses under {@code /settings}. Templates know them as {@code {settings:PROFILE}}. */
@TemplateData(namespace = "settings")
public class SettingsPaths {

    public static final String START = "/settings";

    public static final String PROFILE = START + "/profile";

    public static final String AVATAR = START + "/avatar";

    public static final String PRIVACY = START + "/privacy";

    public static final String USERNAME = START + "/username";

    public static final String ACCOUNT = START + "/account";

    public static final String APPEARANCE = START + "/appearance";

    public static final String PASSWORD = START + "/password";

    public static final String SESSIONS = START + "/sessions";

    public static final String BLOCKED = START + "/blocked";

    public static final String MUTED = START + "/muted";

    public static final String FEEDS = START + "/feeds";

    public static final String DATA = START + "/data";

    public static final String IMPORT = DATA + "/import";

    private SettingsPaths() {}
}
