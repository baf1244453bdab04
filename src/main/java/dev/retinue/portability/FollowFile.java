package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/** A CSV file of {@code follower,followed} usernames in UTF-8, with or without that header, plain or gzipped ({@code .gz}). */
public class FollowFile {

    private static final String HEADER = "follower,followed";

    private static final int COLUMNS = 2;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path path;

    public FollowFile(Path path) {
        this.path = path;
    }

    public long size() throws IOException {
        return Files.size(path);
    }

    /** Every row is staged or, left out, reported. Progress counts bytes of the file. */
    void read(Progress progress, StagedFollows staged, LoadReport report) throws IOException {
        try (var in = open(progress);
                var records = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(new InputStreamReader(in, UTF_8))) {
            for (var each : records) {
                if (each.getStartingLineNumber() > 1 || !isHeader(each)) {
                    read(each, staged, report);
                }
            }
        }
    }

    private static void read(CsvRecord each, StagedFollows staged, LoadReport report) throws IOException {
        var line = each.getStartingLineNumber();
        if (each.getFieldCount() != COLUMNS) {
            report.skip(Skip.NOT_TWO_COLUMNS, line);
            return;
        }
        var follower = each.getField(0);
        var followed = each.getField(1);
        var breaks = breaks(follower) + breaks(followed);
        if (breaks > 0) {
            LongStream.rangeClosed(line, line + breaks).forEach(broken -> report.skip(Skip.BROKEN_QUOTE, broken));
        } else {
            staged.follow(line, follower, followed).ifPresent(reason -> report.skip(reason, line));
        }
    }

    private static long breaks(String cell) {
        return cell.indexOf('\n') < 0 ? 0 : cell.chars().filter(c -> c == '\n').count();
    }

    private static boolean isHeader(CsvRecord first) {
        return String.join(",", first.getFields()).replace(" ", "").equalsIgnoreCase(HEADER);
    }

    private InputStream open(Progress progress) throws IOException {
        var file = new BufferedInputStream(new ProgressStream(Files.newInputStream(path), progress));
        return withoutMark(path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file);
    }

    /** Some programs begin a file with a byte order mark. */
    private static InputStream withoutMark(InputStream in) throws IOException {
        var text = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        var first = text.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            text.unread(first);
        }
        return text;
    }
}
