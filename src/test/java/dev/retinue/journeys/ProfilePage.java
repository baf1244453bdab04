package dev.retinue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.retinue.support.Window;
import java.util.regex.Pattern;

/** Someone's profile, as it is open in a window. */
record ProfilePage(Window window, String username) {

    static ProfilePage visit(Window window, String username) {
        window.open("/@" + username.replace(' ', '_'));
        return new ProfilePage(window, username).shown();
    }

    ProfilePage shown() {
        assertThat(window.heading(username)).isVisible();
        return this;
    }

    void follow() {
        window.button("Follow " + username).click();
        assertThat(window.button("Unfollow " + username)).isVisible();
    }

    void unfollow() {
        window.button("Unfollow " + username).click();
        assertThat(window.button("Follow " + username)).isVisible();
    }

    void hasFollowers(int count) {
        assertThat(window.link(Pattern.compile("^" + count + " followers?$"))).isVisible();
    }

    PeoplePage followers() {
        window.link(Pattern.compile("^[\\d,]+ followers?$")).click();
        assertThat(window.heading("Followers of " + username)).isVisible();
        return new PeoplePage(window);
    }
}
