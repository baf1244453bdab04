package dev.retinue.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The windows that a test opens. They close with it, and fail it where something went wrong behind a page. */
public class Windows implements BeforeEachCallback, AfterEachCallback {

    private final List<Window> opened = new ArrayList<>();

    private Chromium chromium;

    @Override
    public void beforeEach(ExtensionContext test) {
        var run = test.getRoot().getStore(Namespace.GLOBAL);
        chromium = run.computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
    }

    public Window open(Look look) {
        var window = new Window(chromium.context(look), look.script());
        opened.add(window);
        return window;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        opened.forEach(Window::close);
        var troubles =
                opened.stream().flatMap(window -> window.troubles().stream()).toList();
        assertThat(troubles).as("what went wrong behind the pages").isEmpty();
    }
}
