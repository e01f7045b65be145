package org.cityapi.persistence.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.DuplicateRow;
import org.cityapi.persistence.Rows;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Rows in the text format of COPY (https://www.postgresql.org/docs/current/sql-copy.html), sent piece by piece. */
final class CopyText {

    private static final int PIECE = 1 << 18;

    /** As in "Key (geoname_id)=(5) already exists." */
    private static final Pattern KEY = Pattern.compile("\\((\\w+)\\)=\\(([^)]*)\\)");

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

    /** Inserts rows. */
    static void insert(Connection connection, Rows rows, Dialect dialect) throws SQLException {
        CopyText copy = into(connection, rows.target());
        try {
            for (Object[] row : rows.values()) {
                for (Object value : row) {
                    copy.add(value);
                }
                copy.endRow();
            }
            copy.end();
        } catch (SQLException e) {
            throw dialect.isDuplicate(e) ? new DuplicateRow(place(e, rows), e) : e;
        } finally {
            copy.cancel();
        }
    }

    /** The server names the column and the value that is there already. */
    private static int place(SQLException failure, Rows rows) throws SQLException {
        ServerErrorMessage told = failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
        Matcher key = KEY.matcher(told == null ? "" : String.valueOf(told.getDetail()));
        int column = key.find() ? rows.columns().indexOf(key.group(1)) : -1;
        for (int row = 0; column >= 0 && row < rows.values().size(); row++) {
            if (key.group(2).equals(String.valueOf(rows.values().get(row)[column]))) {
                return row;
            }
        }
        throw failure;
    }

    CopyText add(@Nullable Object value) {
        column();
        if (value == null) {
            rows.append("\\N");
            return this;
        }
        if (value instanceof byte[] bytes) {
            rows.append("\\\\x").append(HexFormat.of().formatHex(bytes));
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
