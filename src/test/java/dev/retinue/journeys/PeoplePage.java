package dev.retinue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.retinue.support.Window;
import java.util.List;
import java.util.regex.Pattern;

/** A page of a list of people, as it is open in a window. */
record PeoplePage(Window window) {

    private static final Pattern OLDER = Pattern.compile("^Show more");

    private static final Pattern NEWER = Pattern.compile("^(Previous|Newer)");

    List<String> names() {
        return window.page().locator("main .person a[href^='/@']").allInnerTexts();
    }

    boolean older() {
        return turned(OLDER);
    }

    boolean newer() {
        return turned(NEWER);
    }

    /** Whether there was such a page to turn to. */
    private boolean turned(Pattern direction) {
        var link = window.link(direction);
        if (link.count() == 0) {
            return false;
        }
        var address = link.getAttribute("href");
        link.click();
        assertThat(window.page()).hasURL(address);
        return true;
    }
}
