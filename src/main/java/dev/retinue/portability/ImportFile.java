package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A CSV file of people in UTF-8, as Mastodon, GoToSocial and Retinue write it: an address in the first column, with or without
 * a header and further columns. Whoever is named again counts once.
 */
class ImportFile {

    static final long MAX_BYTES = 20L * 1024 * 1024;

    static final int MAX_PEOPLE = 20_000;

    private static final List<String> HEADERS =
            List.of("account address", "show boosts", "notify on new posts", "languages", "hide notifications");

    private final String host;

    private final Map<String, ImportRow> rows = new LinkedHashMap<>();

    private List<String> header = List.of();

    private char separator;

    private long repeated;

    private ImportFile(String host) {
        this.host = host;
    }

    /**
     * @param host of this site: somebody of another one is somebody else
     * @throws Unreadable where it holds nobody, or more people than can be imported at once, or is no such file
     */
    static ImportFile read(Path path, String host) throws IOException, Unreadable {
        var file = new ImportFile(host);
        try (var in = new BufferedReader(new InputStreamReader(Files.newInputStream(path), UTF_8.newDecoder()))) {
            file.read(new CsvLines(in));
        } catch (CharacterCodingException e) {
            throw new Unreadable("This file is not text in UTF-8. Save it as CSV (UTF-8), and choose it again.");
        }
        if (file.rows.isEmpty()) {
            throw new Unreadable("There is nobody in this file.");
        }
        return file;
    }

    Collection<ImportRow> rows() {
        return rows.values();
    }

    long repeated() {
        return repeated;
    }

    /** How many are on another site, of those whose name may be one here. */
    long elsewhere() {
        return rows().stream()
                .filter(row -> !row.key().isEmpty())
                .map(ImportRow::host)
                .filter(each -> !each.isEmpty() && !each.equalsIgnoreCase(host))
                .count();
    }

    Guess guess(String fileName) {
        return Guess.of(header, fileName);
    }

    private void read(CsvLines lines) throws IOException, Unreadable {
        for (var next = lines.next(); next.isPresent(); next = lines.next()) {
            var written = next.get();
            var text = written.line() == 1 ? written.text().replaceFirst("^\uFEFF", "") : written.text();
            if (written.line() == 1) {
                separator = separator(text);
            }
            if (!text.isBlank()) {
                add(written.line(), cells(text));
            }
        }
    }

    private void add(long line, List<String> cells) throws Unreadable {
        var lower = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        if (line == 1 && HEADERS.stream().anyMatch(lower::contains)) {
            header = lower;
            return;
        }
        var row = new ImportRow(line, cells.get(0), cell(cells, CsvList.NOTE), isTrue(cell(cells, CsvList.PRIVATE)));
        if (rows.putIfAbsent(row.identity(), row) != null) {
            repeated++;
        } else if (rows.size() > MAX_PEOPLE) {
            throw new Unreadable(
                    "There are more than 20,000 people in this file. Divide it, and import one part after the other.");
        }
    }

    private String cell(List<String> cells, String name) {
        var column = header.indexOf(name.toLowerCase(Locale.ROOT));
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    private List<String> cells(String text) {
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            return reader.iterator().next().getFields().stream()
                    .map(cell -> Cell.original(cell.strip()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some spreadsheets write a semicolon or a tab. */
    private static char separator(String first) {
        return first.contains(",") || !first.matches(".*[;\\t].*") ? ',' : first.contains(";") ? ';' : '\t';
    }

    private static boolean isTrue(String cell) {
        return cell.equalsIgnoreCase("true");
    }
}
