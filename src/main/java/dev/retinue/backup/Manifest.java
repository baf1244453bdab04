package dev.retinue.backup;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * What a backup says of itself.
 *
 * @param schema the number of the last migration
 * @param time when the snapshot was taken
 */
public record Manifest(int schema, Instant time, List<Table> tables) {

    /** @param last the last number that it gave to a row; 0 where it gives none */
    public record Table(String name, List<String> columns, long rows, long last) {

        String entry() {
            return name + ".copy";
        }
    }

    static final String ENTRY = "manifest.json";

    private static final int FORMAT = 1;

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    String written() {
        var array = new JsonArray();
        tables.forEach(table -> array.add(new JsonObject()
                .put("name", table.name)
                .put("columns", new JsonArray(table.columns))
                .put("rows", table.rows)
                .put("last", table.last)));
        return new JsonObject()
                .put("format", FORMAT)
                .put("schema", schema)
                .put("time", time.toString())
                .put("tables", array)
                .encodePrettily();
    }

    static Manifest parse(String written) throws IOException {
        try {
            var object = new JsonObject(written);
            if (object.getInteger("format") != FORMAT) {
                throw new IOException("This backup is in a format of another version of Retinue");
            }
            return new Manifest(
                    object.getInteger("schema"),
                    object.getInstant("time"),
                    object.getJsonArray("tables").stream()
                            .map(JsonObject.class::cast)
                            .map(Manifest::table)
                            .toList());
        } catch (DecodeException | NullPointerException | ClassCastException e) {
            throw new IOException("This is no backup of Retinue", e);
        }
    }

    private static Table table(JsonObject table) {
        return new Table(
                table.getString("name"),
                table.getJsonArray("columns").stream().map(String.class::cast).toList(),
                table.getLong("rows"),
                table.getLong("last"));
    }
}
