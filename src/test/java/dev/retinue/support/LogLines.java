package dev.retinue.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged meanwhile, with every exception in full; of our own categories all that there is. */
public class LogLines implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final Logger ours = Logger.getLogger("dev.retinue");

    private final Logger everyones = Logger.getLogger("");

    private final PatternFormatter format = new PatternFormatter("%c %s%e");

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(format.format(ExtLogRecord.wrap(entry)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public LogLines() {
        handler.setLevel(Level.ALL);
        ours.setLevel(Level.ALL);
        everyones.addHandler(handler);
    }

    public List<String> all() {
        return List.copyOf(lines);
    }

    /** Of that category, without its name. */
    public List<String> of(String category) {
        return lines.stream()
                .filter(line -> line.startsWith(category + " "))
                .map(line -> line.substring(category.length() + 1))
                .toList();
    }

    @Override
    public void close() {
        everyones.removeHandler(handler);
        ours.setLevel(null);
    }
}
