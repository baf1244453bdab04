package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.Pictures;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AvatarSettingsTest extends RetinueTest {

    private static final String PATH = "/settings/avatar";

    @Inject
    Statements statements;

    private Browser sutton;

    private final Browser visitor = Browser.visitor();

    @BeforeEach
    void suttonIsLoggedIn() {
        sutton = Browser.of("Sutton");
    }

    @Test
    void whoeverHasNoPictureHasAnIdenticon() {
        var page = visitor.page("/@Sutton");
        assertThat(page.select("main img")).isEmpty();
        assertThat(page.select("main svg.avatar.large[aria-hidden=true] path")).hasSize(1);
        assertThat(visitor.page("/").select(".person svg.avatar.small")).hasSize(4);
        assertThat(page.select("main svg").outerHtml()).hasSizeLessThan(300).doesNotContain("style");
    }

    @Test
    void aPictureIsShownOnTheProfileAndInLists() {
        assertThat(upload(sutton, Pictures.jpegOnItsSide(300, 200)).statusCode())
                .isEqualTo(303);
        var large = visitor.page("/@Sutton").select("main img.avatar.large");
        assertThat(large.attr("src")).matches("/avatars/[0-9a-f]{32}-400\\.jpg");
        assertThat(large.hasAttr("alt")).isTrue();
        assertThat(Pictures.read(get(large.attr("src")).asByteArray()).getWidth())
                .isEqualTo(400);
        var small = visitor.page("/").select(".person img.avatar").attr("src");
        assertThat(small).isEqualTo(large.attr("src").replace("-400", "-96"));
        assertThat(Pictures.read(get(small).asByteArray()).getWidth()).isEqualTo(96);
        assertThat(get(small).asString()).doesNotContain("Exif");
    }

    @Test
    void aPictureIsKeptByWhoeverFetchedItAndCostsOneStatement() {
        upload(sutton, Pictures.WEBP);
        var answer = sutton.request().get(src("/@Sutton"));
        assertThat(answer.contentType()).isEqualTo("image/jpeg");
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(answer.cookies()).isEmpty();
        var address = src("/@Sutton");
        assertThat(statements.during(() -> get(address))).isEqualTo(1);
    }

    @Test
    void anotherPictureHasAnotherAddressAndTheOldOneIsGone() {
        upload(sutton, Pictures.jpeg(50, 50));
        var before = src("/@Sutton");
        upload(sutton, Pictures.transparentPng(50, 50));
        assertThat(src("/@Sutton")).isNotEqualTo(before);
        assertThat(visitor.status(before)).isEqualTo(404);
    }

    @Test
    void theSamePictureAgainChangesNothing() {
        upload(sutton, Pictures.jpeg(50, 50));
        var before = src("/@Sutton");
        assertThat(upload(sutton, Pictures.jpeg(50, 50)).statusCode()).isEqualTo(303);
        assertThat(src("/@Sutton")).isEqualTo(before);
    }

    @Test
    void removingOnesPictureLeavesThoseOfOthers() {
        upload(sutton, Pictures.jpeg(50, 50));
        upload(Browser.of("Mira"), Pictures.jpeg(50, 50));
        var suttons = src("/@Sutton");
        var miras = src("/@Mira");
        assertThat(miras).isNotEqualTo(suttons);
        assertThat(sutton.postAndSee(PATH + "/remove")).isEqualTo("/settings/profile");
        sutton.postAndSee(PATH + "/remove");
        assertThat(visitor.status(suttons)).isEqualTo(404);
        assertThat(visitor.page("/@Sutton").select("main svg.avatar")).hasSize(1);
        assertThat(visitor.status(miras)).isEqualTo(200);
    }

    @Test
    void whatIsNoPictureComesBackWithASentenceAndThePictureStays() {
        upload(sutton, Pictures.jpeg(50, 50));
        var before = src("/@Sutton");
        assertRefused("junk".getBytes(StandardCharsets.UTF_8), "Choose a PNG, JPEG or WebP picture.");
        assertRefused(new byte[0], "Choose a picture first.");
        assertRefused(Pictures.animatedPng(), "This picture moves. Choose one that stands still.");
        assertRefused(Pictures.bomb(12_001, 12_001), "This picture is too large. A side may have 12,000 pixels.");
        assertRefused(new byte[5 * 1024 * 1024 + 1], "This file is too large. A picture may have 5 MB.");
        assertThat(src("/@Sutton")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../../picture.png", "/etc/passwd", "C:\\\\picture.exe", "picture.svg", "x.png;\u0000.html"})
    void whatAFileIsCalledDoesNotMatter(String name) {
        var answer = Browser.of("Sutton")
                .request()
                .multiPart("picture", name, Pictures.jpeg(100, 100), "text/html")
                .post("/settings/avatar");
        assertThat(answer.statusCode()).isEqualTo(303);
        var picture = Browser.visitor()
                .page("/@Sutton")
                .select("main img[src^=/avatars/]")
                .attr("src");
        assertThat(picture).matches("/avatars/[0-9a-f]{32}-\\d+\\.jpg");
        assertThat(Browser.visitor().request().get(picture).contentType()).isEqualTo("image/jpeg");
    }

    @Test
    void aFormWithoutAPictureComesBack() {
        assertThat(sutton.upload(PATH, "other", Pictures.WEBP).statusCode()).isEqualTo(422);
    }

    @Test
    void aBodyBeyondWhatAPictureMayHaveIsThePage413() {
        var answer = sutton.send(PATH, new byte[6_000_000]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(answer.asString()).select(".actions a").attr("href"))
                .isEqualTo("/settings");
        assertThat(Jsoup.parse(answer.asString()).select("h1").text()).isEqualTo("Too much at once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings/profile", "/settings/avatar/remove", "/login", "/signup"})
    void noOtherFormTakesMuch(String path) {
        assertThat(sutton.send(path, new byte[100_000]).statusCode()).isEqualTo(413);
    }

    @Test
    void strangersUploadNothing() {
        var answer = upload(visitor, Pictures.WEBP);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/login?back=%2Fsettings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/avatars/00000000000000000000000000000000-96.jpg",
                "/avatars/00000000000000000000000000000000-97.jpg",
                "/avatars/x-96.jpg",
                "/avatars/",
                "/avatars"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(visitor.status(path)).isEqualTo(404);
    }

    private void assertRefused(byte[] file, String sentence) {
        var answer = upload(sutton, file);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.asString()).select("#picture-problem").text())
                .isEqualTo(sentence);
    }

    private static Response upload(Browser browser, byte[] file) {
        return browser.upload(PATH, "picture", file);
    }

    private Response get(String path) {
        return visitor.request().get(path);
    }

    private String src(String profile) {
        return visitor.page(profile).select("main img.avatar").attr("src");
    }
}
