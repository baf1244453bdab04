package dev.retinue.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The files that every page links to; templates know them as {@code inject:assets}. A changed file has a new address. */
@Named
@ApplicationScoped
public class Assets {

    private static final int DIGITS = 12;

    /** The file of the library's own release, under its version. */
    private static final String HTMX = "/webjars/htmx.org/2.0.8/dist/htmx.min.js";

    /**
     * Nothing that the Content-Security-Policy forbids, no pages kept in the browser's storage; an answer that says why
     * something did not work takes the place of the page.
     */
    private static final String HTMX_CONFIG = """
            {"allowEval": false, "includeIndicatorStyles": false, "historyCacheSize": 0, "responseHandling": [
            {"code": "[23]..", "swap": true},
            {"code": "...", "swap": true, "target": "#main", "select": "#main", "swapOverride": "outerHTML"}]}
            """;

    /** What stands in the head of every page. */
    record Head(Assets assets) implements TemplateInstance {}

    private final String stylesheet = address("retinue.css");

    private final String icon = address("favicon.svg");

    private final String manifest = address("manifest.webmanifest");

    private final String script = address("retinue.js");

    private RawString head;

    /** Made once, as it is the same in every page. */
    @PostConstruct
    void makeHead() {
        head = new RawString(new Head(this).render());
    }

    public RawString getHead() {
        return head;
    }

    public String getStylesheet() {
        return stylesheet;
    }

    public String getIcon() {
        return icon;
    }

    public String getManifest() {
        return manifest;
    }

    public String getScript() {
        return script;
    }

    public String getHtmx() {
        return HTMX;
    }

    public String getHtmxConfig() {
        return HTMX_CONFIG;
    }

    private static String address(String name) {
        try (var file = Assets.class.getResourceAsStream("/META-INF/resources/" + name)) {
            var sum = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return "/" + name + "?" + HexFormat.of().formatHex(sum).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
