package dev.retinue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import dev.retinue.support.Window;
import java.util.List;
import java.util.regex.Pattern;

/** A page of a list of people, as it is open in a window. */
record PeoplePage(Window window) {

    private static final Pattern MORE = Pattern.compile("^Show more");

    private static final Pattern PREVIOUS = Pattern.compile("^Previous");

    List<String> names() {
        return whole().locator("main .person a[href^='/@']").allInnerTexts();
    }

    /** Whether there was more to show. With script it comes below what is there; without, on the next page. */
    boolean more() {
        whole();
        var link = window.link(MORE);
        if (link.count() == 0) {
            return false;
        }
        var shown = names();
        link.click();
        var first = window.page().locator(".person", new LocatorOptions().setHasText(shown.get(0)));
        if (window.script()) {
            assertThat(window.page().locator(".person").nth(shown.size())).isVisible();
        }
        assertThat(first).hasCount(window.script() ? 1 : 0);
        return true;
    }

    /** Whether there was a page before. */
    boolean previous() {
        whole();
        var link = window.link(PREVIOUS);
        if (link.count() == 0) {
            return false;
        }
        var address = link.getAttribute("href");
        link.click();
        assertThat(window.page()).hasURL(address);
        return true;
    }

    PeoplePage find(String typed) {
        window.field("Find").fill(typed);
        return applied();
    }

    PeoplePage choose(String label, String choice) {
        window.field(label).selectOption(new SelectOption().setLabel(choice));
        return applied();
    }

    PeoplePage shows(String... names) {
        assertThat(window.page().locator("main .person a[href^='/@']")).hasText(names);
        return this;
    }

    /** A page shows its heading before it has come to its end: what is not there yet is not missing. */
    private Page whole() {
        window.page().waitForLoadState(LoadState.DOMCONTENTLOADED);
        return window.page();
    }

    /** Without script, a button asks for the list. */
    private PeoplePage applied() {
        if (!window.script()) {
            window.button("Apply").click();
        }
        return this;
    }
}
