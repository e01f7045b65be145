package org.cityapi.persistence.move;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a table holds, as a number that any database gives the same: SHA-256 of all values, row by row. */
final class Digest {

    private final ObjectMapper json;
    private final MessageDigest digest = sha256();
    private long rows;

    private Digest(ObjectMapper json) {
        this.json = json;
    }

    /** The count and the digest of a table, read to its end. */
    static String of(Table table, Connection connection, ObjectMapper json) throws SQLException {
        Digest digest = new Digest(json);
        List<Kind> kinds = List.copyOf(table.columns().values());
        for (var rows = table.after(connection, null); !rows.isEmpty(); ) {
            for (List<Object> row : rows) {
                digest.add(kinds, row);
            }
            rows = table.after(connection, table.key(rows.get(rows.size() - 1)));
        }
        return digest.rows + " rows " + HexFormat.of().formatHex(digest.digest.digest());
    }

    private void add(List<Kind> kinds, List<Object> row) {
        rows++;
        for (int i = 0; i < row.size(); i++) {
            byte[] value = bytes(kinds.get(i), row.get(i));
            // With its length in front, so that no two values together are like two others.
            digest.update((value == null ? "-" : value.length + ":").getBytes(StandardCharsets.US_ASCII));
            if (value != null) {
                digest.update(value);
            }
        }
    }

    private byte @Nullable [] bytes(Kind kind, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (kind == Kind.BYTES) {
            return (byte[]) value;
        }
        String text = kind == Kind.JSON ? sorted(value.toString()) : value.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The members in the order of their names; those of the log have no others in them. */
    private String sorted(String text) {
        try {
            Map<String, Object> members = json.readValue(text, Argument.mapOf(String.class, Object.class));
            return json.writeValueAsString(new TreeMap<>(members));
        } catch (IOException e) {
            throw new UncheckedIOException("The change log holds what is no JSON", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
