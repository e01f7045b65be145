package org.cityapi.persistence.move;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** What a column holds, whatever each database calls it. */
enum Kind {
    NUMBER(Types.BIGINT) {
        @Override
        @Nullable
        Object read(ResultSet row, int place) throws SQLException {
            long number = row.getLong(place);
            return row.wasNull() ? null : number;
        }
    },
    TRUTH(Types.BOOLEAN) {
        @Override
        Object read(ResultSet row, int place) throws SQLException {
            return row.getBoolean(place);
        }

        @Override
        void bindValue(PreparedStatement statement, int place, Object value) throws SQLException {
            statement.setBoolean(place, (Boolean) value);
        }
    },
    BYTES(Types.BINARY) {
        @Override
        @Nullable
        Object read(ResultSet row, int place) throws SQLException {
            return row.getBytes(place);
        }

        @Override
        void bindValue(PreparedStatement statement, int place, Object value) throws SQLException {
            statement.setBytes(place, (byte[]) value);
        }
    },
    TEXT(Types.VARCHAR) {
        @Override
        @Nullable
        Object read(ResultSet row, int place) throws SQLException {
            return row.getString(place);
        }
    },
    /** A text to which a database may give another order of its members. */
    JSON(Types.VARCHAR) {
        @Override
        @Nullable
        Object read(ResultSet row, int place) throws SQLException {
            return row.getString(place);
        }
    };

    private final int type;

    Kind(int type) {
        this.type = type;
    }

    abstract @Nullable Object read(ResultSet row, int place) throws SQLException;

    void bindValue(PreparedStatement statement, int place, Object value) throws SQLException {
        statement.setObject(place, value);
    }

    final void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, type);
        } else {
            bindValue(statement, place, value);
        }
    }
}
