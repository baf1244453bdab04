package dev.retinue.support;

/** How someone looks at the pages: the size of the window in CSS pixels, and whether with script. */
public record Look(int width, int height, boolean script) {

    public static final Look DESK = new Look(1280, 800, true);

    public static final Look PHONE = new Look(320, 640, true);

    public Look withScript(boolean on) {
        return new Look(width, height, on);
    }
}
