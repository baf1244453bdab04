package dev.retinue.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StyleguideTest extends RetinueTest {

    private final Browser visitor = Browser.visitor();

    @Test
    void itShowsEachVerbWithTheNameOfThePerson() {
        var buttons = Stream.of(Verb.values()).map(verb -> verb.label + " Mira");
        var others = Stream.of("Edit profile", "Log in to follow Mira", "Delete", "Saved");
        assertThat(visitor.page("/styleguide")
                        .select(".samples button, .samples a")
                        .eachText())
                .containsExactlyElementsOf(Stream.concat(buttons, others).toList());
    }

    @Test
    void itShowsEachBadgeAndNumber() {
        var page = visitor.page("/styleguide");
        assertThat(page.select(".badge").eachText()).contains("Follows you", "Mutual", "You");
        assertThat(page.select("p:has(> .number)").text())
                .isEqualTo("0 followers · 1 follower · 9 999 followers · 12.3K followers · 1.2M followers");
        assertThat(page.select(".number[title]").eachAttr("title")).contains("12\u00A0345", "1\u00A0299\u00A0999");
    }

    @Test
    void itShowsEveryOtherPart() {
        var page = visitor.page("/styleguide");
        for (var part : new String[] {
            ".tabs",
            ".toolbar input[name=q]",
            ".toolbar select",
            ".person",
            ".pager",
            ".empty",
            ".field",
            ".problem",
            "textarea",
            "input[type=radio]",
            "input[type=file]",
            "#notice .notice button"
        }) {
            assertThat(page.select(part)).as(part).isNotEmpty();
        }
        assertThat(page.select(".person time").eachText()).containsOnly("3 hours ago");
    }
}
