package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.UserTagSectionHelper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link OuterNames} changes how names are found, and not what they stand for. */
class OuterNamesTest {

    record Person(String name, List<String> friends) {}

    private static final Map<String, Object> NAMES =
            Map.of("name", "outer", "nobody", List.of(), "person", new Person("Mira", List.of("Ada", "Bo")));

    private final Engine plain = engine(Engine.builder());

    private final Engine ours = engine(Engine.builder().addValueResolver(new OuterNames()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name} {person.name}",
                "{#let name=person.name}{name}{#let other=name}{other} {name}{/let}{/let} {name}",
                "{#for name in person.friends}{name} {name_count} {person.name}{/for} {name}",
                "{#for friend in person.friends}{#let name=friend}{name}{/let}{name}{/for}",
                "{#each person.friends}{it} {name}{/each}",
                "{#with person}{name} {friends.size}{/with}",
                "{#for none in nobody}{none}{#else}{name}{/for}",
                "{#if name == 'outer'}{person.friends.0}{/if}",
                "{missing ?: name} {missing.or(name)} {person.missing.or('-')}",
                "{#greet person=person}{name} {person.name}{/greet}",
                "{#greet person=person name='given'}{name}{/greet} {name}",
                "{#include page name='inner'}{#title}{name}{/title}{/include}"
            })
    void aNameStandsForWhatItStandsForWithoutIt(String template) {
        assertThat(written(template, ours)).isEqualTo(written(template, plain)).isNotBlank();
    }

    @Test
    void theInnermostScopeThatHasANameSaysWhatItIs() {
        var template = "{#let name='let'}{#for name in person.friends}{name} {/for}{name}{/let} {name}";
        assertThat(written(template, ours)).isEqualTo("Ada Bo let outer");
    }

    @Test
    void aNameThatNobodyHasIsAnError() {
        assertThatThrownBy(() -> written("{#let here=1}{there}{/let}", ours))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("there");
    }

    private static String written(String template, Engine engine) {
        var page = engine.parse(template).instance();
        NAMES.forEach(page::data);
        return page.render();
    }

    private static Engine engine(EngineBuilder builder) {
        var engine = builder.addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addSectionHelper(new UserTagSectionHelper.Factory("greet", "greet"))
                .build();
        engine.putTemplate("greet", engine.parse("<{person.name} {name.or('nobody')} {nested-content}>"));
        engine.putTemplate("page", engine.parse("{#insert title}-{/insert} {name}"));
        return engine;
    }
}
