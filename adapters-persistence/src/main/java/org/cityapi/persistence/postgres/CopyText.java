package org.cityapi.persistence.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of COPY (https://www.postgresql.org/docs/current/sql-copy.html), sent piece by piece. */
final class CopyText {

    private static final int PIECE = 1 << 18;

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(PIECE);
    private boolean isNewRow = true;

    private CopyText(CopyIn copy) {
        this.copy = copy;
    }

    /** @param target the table and its columns */
    static CopyText into(Connection connection, String target) throws SQLException {
        PGConnection own = connection.unwrap(PGConnection.class);
        return new CopyText(own.getCopyAPI().copyIn("COPY " + target + " FROM STDIN"));
    }

    CopyText add(@Nullable Object value) {
        column();
        if (value == null) {
            rows.append("\\N");
            return this;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> rows.append("\\\\");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\t' -> rows.append("\\t");
                default -> rows.append(letter);
            }
        }
        return this;
    }

    CopyText addBytes(byte[] bytes) {
        column();
        rows.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        return this;
    }

    private void column() {
        if (!isNewRow) {
            rows.append('\t');
        }
        isNewRow = false;
    }

    void endRow() throws SQLException {
        rows.append('\n');
        isNewRow = true;
        if (rows.length() >= PIECE) {
            send();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    void end() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Ends it without a row, unless it has ended already. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
