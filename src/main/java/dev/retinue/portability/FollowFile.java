package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.retinue.users.Username;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A CSV file of {@code follower,followed} usernames, with or without that header, plain or gzipped ({@code .gz}). */
public class FollowFile {

    private static final List<String> HEADER = List.of("follower", "followed");

    private final Path path;

    public FollowFile(Path path) {
        this.path = path;
    }

    /** Takes one row at a time. */
    interface Sink {
        void follow(long line, Username follower, Username followed) throws IOException;
    }

    public long size() throws IOException {
        return Files.size(path);
    }

    /** Every row goes to the sink or, left out, to the report. Progress counts bytes of the file. */
    void read(Progress progress, Sink sink, LoadReport report) throws IOException {
        try (var in = open(progress);
                var records = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(new InputStreamReader(in, UTF_8))) {
            for (var each : records) {
                if (each.getStartingLineNumber() > 1 || !each.getFields().equals(HEADER)) {
                    read(each, sink, report);
                }
            }
        }
    }

    private static void read(CsvRecord each, Sink sink, LoadReport report) throws IOException {
        var line = each.getStartingLineNumber();
        if (each.getFieldCount() != HEADER.size()) {
            report.skip(Skip.NOT_TWO_COLUMNS, line);
            return;
        }
        try {
            var follower = Username.of(each.getField(0));
            var followed = Username.of(each.getField(1));
            if (follower.key().equals(followed.key())) {
                report.skip(Skip.SELF_FOLLOW, line);
            } else {
                sink.follow(line, follower, followed);
            }
        } catch (Username.Malformed e) {
            report.skip(Skip.NOT_A_USERNAME, line);
        }
    }

    private InputStream open(Progress progress) throws IOException {
        var bytes = new BufferedInputStream(new Counted(Files.newInputStream(path), progress));
        return path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }
}
