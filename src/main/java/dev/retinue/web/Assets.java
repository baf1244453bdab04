package dev.retinue.web;

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

    private final String stylesheet = address("retinue.css");

    private final String icon = address("favicon.svg");

    private final String manifest = address("manifest.webmanifest");

    public String getStylesheet() {
        return stylesheet;
    }

    public String getIcon() {
        return icon;
    }

    public String getManifest() {
        return manifest;
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
