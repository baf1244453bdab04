package dev.retinue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What security.md says of itself: of each requirement, whether it is met, and by which test. */
class SecurityDocumentTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    private static final int ALL = 253;

    private final List<List<String>> rows = lines(Path.of("src", "docs", "security.md")).stream()
            .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+ \\|.*"))
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
            .toList();

    @Test
    void everyRequirementHasOneRowAndNoneIsMetWithoutATest() {
        assertThat(rows).hasSize(ALL).extracting(row -> row.get(1)).doesNotHaveDuplicates();
        assertThat(rows).allMatch(row -> List.of("met", "documented", "not applicable", "open")
                .contains(row.get(3)));
        assertThat(rows).filteredOn(row -> row.get(3).equals("met")).allMatch(row -> NAMED.matcher(row.get(4))
                .find());
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            var tests = files.filter(Files::isRegularFile).toList();
            assertThat(rows.stream().flatMap(row -> NAMED.matcher(row.get(4)).results()))
                    .isNotEmpty()
                    .allMatch(named -> isThere(named, tests), "is there");
        }
    }

    @Test
    void theRowsAreCountedRight() {
        var document = String.join("\n", lines(Path.of("src", "docs", "security.md")));
        for (var state : List.of("met", "documented", "not applicable", "open")) {
            var count = rows.stream().filter(row -> row.get(3).equals(state)).count();
            assertThat(document).containsPattern("\\| " + state + " \\| [^|]+ \\| " + count + " \\|");
        }
    }

    private static boolean isThere(MatchResult named, List<Path> tests) {
        return tests.stream()
                .filter(file -> file.endsWith(named.group(1) + ".java"))
                .flatMap(file -> lines(file).stream())
                .anyMatch(line ->
                        named.group(2) == null || line.matches(".*\\b(void|ArchRule) " + named.group(2) + "\\b.*"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
