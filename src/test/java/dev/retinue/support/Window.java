package dev.retinue.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A window of the browser, in which nobody is logged in at first. It notes what goes wrong behind the page. */
public class Window {

    private static final Set<String> ALARMS = Set.of("error", "warning");

    private final BrowserContext context;

    private final Page page;

    private final List<String> troubles = new ArrayList<>();

    private final boolean script;

    Window(BrowserContext context, boolean script) {
        this.context = context;
        this.script = script;
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> troubles.add("script: " + error));
        page.onResponse(this::note);
        page.onRequestFailed(request -> troubles.add(request.url() + ": " + request.failure()));
    }

    public boolean script() {
        return script;
    }

    public Page page() {
        return page;
    }

    public Window open(String path) {
        page.navigate(path);
        return this;
    }

    public Window logIn(String member) {
        return open("/login").logInHere(member);
    }

    /** Through the form that is open, as people do. */
    public Window logInHere(String member) {
        field("Username").fill(member);
        field("Password").fill(Cast.PASSWORD);
        button("Log in").click();
        button("Log out").waitFor();
        return this;
    }

    /** With the session of an earlier log-in: for what is not about logging in. */
    public Window as(String member) {
        var session = Browser.of(member).session();
        context.addCookies(List.of(new Cookie("retinue", session).setUrl(Chromium.site())));
        return this;
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator link(Pattern name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    public Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(name).setLevel(1));
    }

    public Locator field(String label) {
        return page.getByLabel(label);
    }

    /** What went wrong until now; it is forgiven by asking. */
    public List<String> troubles() {
        var noted = List.copyOf(troubles);
        troubles.clear();
        return noted;
    }

    void close() {
        context.close();
    }

    /** Refusals of the content security policy are among these. What a page itself is answered with, the page shows. */
    private void note(ConsoleMessage message) {
        if (ALARMS.contains(message.type()) && !message.text().startsWith("Failed to load resource")) {
            troubles.add("console: " + message.text());
        }
    }

    private void note(Response response) {
        var aboutThePage = response.request().isNavigationRequest();
        if (response.status() >= 500 || response.status() >= 400 && !aboutThePage) {
            troubles.add(response.url() + ": " + response.status());
        }
    }
}
