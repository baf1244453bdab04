package dev.retinue.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retinue.users.Entry;
import dev.retinue.users.Paths;
import io.vertx.core.json.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.stream.Stream;

/** An array with an object for each person, a line each. */
record JsonList(String site, boolean followers) implements ListFile {

    @Override
    public String type() {
        return "application/json";
    }

    @Override
    public void write(Stream<Entry> people, OutputStream out) throws IOException {
        var file = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        file.write("[");
        var separator = "\n";
        for (var each = people.iterator(); each.hasNext(); separator = ",\n") {
            file.write(separator + object(each.next()).encode());
        }
        file.write("\n]\n");
        file.flush();
    }

    private JsonObject object(Entry entry) {
        var object = new JsonObject()
                .put("username", entry.username())
                .put("address", site + Paths.path(entry))
                .put("since", entry.since().toString())
                .put("private", entry.secret());
        return followers ? object : object.put("note", entry.note());
    }
}
